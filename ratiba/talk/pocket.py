"""The customer's phone in the terminal: prompts of a sandbox Daraja, answered by acts."""

import json
from collections.abc import Sequence

from channels.payments.daraja import parse_callback
from channels.ports import PaymentCallbacks
from engine.errors import InputError
from engine.net.http import Http
from sandbox.daraja.book import DarajaBook, Prompt
from sandbox.daraja.customer import Customer


class Pocket:
    """Answers the latest prompt; the callback goes straight to where the web app would put it."""

    def __init__(
        self, book: DarajaBook, phone: str, callbacks: PaymentCallbacks, http: Http
    ) -> None:
        self._book = book
        self._phone = phone
        self._callbacks = callbacks
        self._customer = Customer(book, http)
        self._seen = 0

    def new_prompts(self) -> Sequence[str]:
        """Texts of the prompts shown since the last look."""
        prompts = self._book.shown(self._phone)
        fresh = [prompt.text for prompt in prompts[self._seen :]]
        self._seen = len(prompts)
        return fresh

    async def answer(self, code: int) -> None:
        """Answer the latest prompt with a result code; its callback is stored.

        Raises:
            InputError: no prompt was shown.
        """
        prompt = self._latest()
        body = self._customer.act(prompt, code)
        token = prompt.push.callback_url.rstrip("/").rpartition("/")[2]
        await self._callbacks.take(token, parse_callback(json.loads(body)), body.decode())

    def _latest(self) -> Prompt:
        prompts = self._book.shown(self._phone)
        if not prompts:
            raise InputError(
                "talk.prompt", "No payment prompt is on the phone yet: say yes to a booking first."
            )
        return prompts[-1]


class NoPocket:
    """Live: the prompts are on the customer's real phone."""

    def new_prompts(self) -> Sequence[str]:
        """Nobody here sees them."""
        return ()

    async def answer(self, code: int) -> None:
        """Refuse.

        Raises:
            InputError: always.
        """
        raise InputError("talk.live", f"The phone is a real one: answer {code} there.")
