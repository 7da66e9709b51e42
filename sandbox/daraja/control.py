"""`/sandbox/...`: the phone in the customer's hand."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel

from sandbox.daraja.book import DarajaBook, Delivery, Habit, Merchant, Prompt
from sandbox.daraja.customer import Customer
from sandbox.errands import Errands

PAID = 0
DECLINED = 1032
UNREACHED = 1037
MOST_TIMES = 1000


class Shown(BaseModel):
    """A prompt as the phone shows it."""

    checkout_request_id: str
    phone: str
    amount: int
    text: str
    code: int | None
    receipt: str
    deliveries: list[Delivery]


class Serves(BaseModel):
    """A merchant to serve."""

    name: str
    passkey: str


class Control:
    """The endpoints of the hidden side."""

    def __init__(self, book: DarajaBook, customer: Customer, errands: Errands) -> None:
        self._book = book
        self._customer = customer
        self._errands = errands

    def routes(self) -> APIRouter:
        """Give the endpoints."""
        router = APIRouter(prefix="/sandbox")
        prompt = "/prompts/{checkout}"
        router.add_api_route("/prompts", self.prompts, methods=["GET"])
        router.add_api_route(f"{prompt}/approve", self.approve, methods=["POST"])
        router.add_api_route(f"{prompt}/decline", self.decline, methods=["POST"])
        router.add_api_route(f"{prompt}/ignore", self.ignore, methods=["POST"])
        router.add_api_route(f"{prompt}/answer", self.answer, methods=["POST"])
        router.add_api_route(f"{prompt}/query", self.query_says, methods=["PUT"])
        router.add_api_route("/phones/{phone}", self.habit, methods=["PUT"])
        router.add_api_route("/merchants/{shortcode}", self.merchant, methods=["PUT"])
        router.add_api_route("/tokens", self.forget_tokens, methods=["DELETE"])
        return router

    async def prompts(self, phone: str = "", wait: float = 0) -> list[Shown]:
        """Prompts, oldest first; `wait` seconds for an unanswered one."""
        if wait:
            await self._book.wait_open(phone, wait)
        return [_shown(prompt) for prompt in self._book.shown(phone)]

    async def approve(self, checkout: str) -> Shown:
        """Enter the right PIN: paid, and called back once the answer to this has gone out."""
        return await self.answer(checkout, PAID)

    async def decline(self, checkout: str) -> Shown:
        """Press Cancel."""
        return await self.answer(checkout, DECLINED)

    async def ignore(self, checkout: str) -> Shown:
        """Let the prompt time out; no callback ever tells."""
        return await self.answer(checkout, UNREACHED, times=0)

    async def answer(
        self,
        checkout: str,
        code: int,
        delay: Annotated[float, Query(ge=0, le=3600)] = 0,
        times: Annotated[int, Query(ge=0, le=MOST_TIMES)] = 1,
    ) -> Shown:
        """End with any result code; the callback goes out after `delay`, `times` times."""
        prompt = self._prompt(checkout)
        body = self._customer.act(prompt, code)
        self._errands.run(self._customer.call_back(prompt, body, delay, times))
        return _shown(prompt)

    async def query_says(self, checkout: str, code: int | None = None) -> Shown:
        """Have the query claim a result code, true or not; none for the truth."""
        prompt = self._prompt(checkout)
        prompt.query_says = code
        return _shown(prompt)

    async def habit(self, phone: str, habit: Habit) -> None:
        """Have a phone answer every prompt by itself."""
        self._book.habits[phone.removeprefix("+")] = habit

    async def merchant(self, shortcode: str, serves: Serves) -> None:
        """Serve one more business."""
        self._book.merchants[shortcode] = Merchant(serves.name, serves.passkey)

    async def forget_tokens(self) -> None:
        """Let every access token expire now."""
        self._book.forget_tokens()

    def _prompt(self, checkout: str) -> Prompt:
        prompt = self._book.prompts.get(checkout)
        if prompt is None:
            raise HTTPException(404, "No prompt has this CheckoutRequestID.")
        return prompt


def _shown(prompt: Prompt) -> Shown:
    return Shown(
        checkout_request_id=prompt.checkout_request_id,
        phone=prompt.push.phone,
        amount=prompt.push.amount,
        text=prompt.text,
        code=prompt.code,
        receipt=prompt.receipt,
        deliveries=prompt.deliveries,
    )
