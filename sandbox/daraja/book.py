"""What the stand-in for Daraja knows: merchants, tokens, prompts on phones, what it was told."""

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from engine.clock import Clock
from sandbox.daraja.errors import request_id
from sandbox.daraja.ids import new_checkout_id
from sandbox.daraja.push import Push
from sandbox.faults import Faults

TOKEN_LIFE = timedelta(seconds=3599)


@dataclass(frozen=True, slots=True)
class Merchant:
    """A business with M-Pesa: its name on the prompt, its passkey."""

    name: str
    passkey: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One posting of a callback: when, and the HTTP status that came back (0: none)."""

    at: datetime
    status: int


@dataclass(slots=True)
class Prompt:
    """A prompt as it stands on a phone.

    Attributes:
        text: what the customer reads.
        code: what they did, as a result code; None while they look at it.
        receipt: of a payment.
        deliveries: of the callback.
        query_says: what the query claims, whatever is true; None leaves the truth.
    """

    checkout_request_id: str
    merchant_request_id: str
    push: Push
    text: str
    at: datetime
    code: int | None = None
    receipt: str = ""
    deliveries: list[Delivery] = field(default_factory=list)
    query_says: int | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """What a phone does with every prompt, unasked.

    Attributes:
        code: the result code; None leaves prompts alone.
        delay_s: before the callback goes out.
        times: how often it goes out.
        first: the callback goes out before the push is answered.
    """

    code: int | None
    delay_s: float = 0.0
    times: int = 1
    first: bool = False


@dataclass(slots=True)
class DarajaBook:
    """The server's memory; one per server.

    Attributes:
        merchants: by shortcode.
        credentials: consumer key and secret that OAuth takes.
        habits: by phone without `+`.
    """

    clock: Clock
    merchants: dict[str, Merchant]
    credentials: tuple[str, str] = field(repr=False)
    prompts: dict[str, Prompt] = field(default_factory=dict)
    habits: dict[str, Habit] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    _tokens: dict[str, datetime] = field(default_factory=dict)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def new_token(self) -> str:
        """Make an access token that is good for an hour."""
        token = secrets.token_urlsafe(21)
        self._tokens[token] = self.clock.now() + TOKEN_LIFE
        return token

    def knows(self, token: str) -> bool:
        """Whether a token is ours and still good."""
        ends = self._tokens.get(token)
        return ends is not None and self.clock.now() < ends

    def forget_tokens(self) -> None:
        """Make every token invalid, as if an hour had passed."""
        self._tokens.clear()

    async def show(self, push: Push) -> Prompt:
        """Put a prompt on the phone."""
        now = self.clock.now()
        name = self.merchants[push.shortcode].name
        prompt = Prompt(
            checkout_request_id=new_checkout_id(push.phone, now),
            merchant_request_id=request_id(),
            push=push,
            text=f"Pay KES {push.amount:,}.00 to {name}. Enter M-Pesa PIN.",
            at=now,
        )
        async with self._news:
            self.prompts[prompt.checkout_request_id] = prompt
            self._news.notify_all()
        return prompt

    def shown(self, phone: str = "") -> list[Prompt]:
        """Prompts on a phone (or on all), oldest first."""
        wanted = phone.removeprefix("+")
        return [each for each in self.prompts.values() if wanted in ("", each.push.phone)]

    async def wait_open(self, phone: str = "", wait_s: float = 5.0) -> Prompt | None:
        """The oldest unanswered prompt on a phone, waiting for one; None when none came."""
        try:
            async with asyncio.timeout(wait_s), self._news:
                await self._news.wait_for(lambda: self._open(phone))
        except TimeoutError:
            return None
        return self._open(phone)

    def _open(self, phone: str) -> Prompt | None:
        return next((each for each in self.shown(phone) if each.code is None), None)
