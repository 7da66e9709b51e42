"""What is told of a payment: by providers, to the conversation, to the team. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from engine.model.event import Happened
from engine.model.value import Scalar, Value
from engine.store.records import Incoming
from tools.attention.items import Matter

TOOL = "initiate_stk_push"
TO_THE_TEAM: Mapping[str, str] = {
    "paid_twice": "paid twice for one booking",
    "paid_too_little": "paid less than was asked; it is booked, the rest is to be collected",
    "paid_too_much": "paid more than is due; see what is to be given back",
    "paid_without_booking": "paid, but the time was gone: nothing is booked",
    "paid_after_end": "paid after the conversation had ended; it is booked",
}
ALL_OF_IT = ("paid_twice", "paid_without_booking")
"""Where nothing is booked for the money."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a provider said of an attempt.

    Attributes:
        code, text: the provider's, for the record.
        reason: of a failure, a word for phrases.
        paid: KES as the provider booked them.
        checkout: the provider's id of the prompt, in case ours was lost.
    """

    code: int | None = None
    text: str | None = None
    reason: str | None = None
    receipt: str | None = None
    paid: Decimal | None = None
    checkout: str | None = None

    def because(self, reason: str) -> "Word":
        """Give the same with a reason."""
        return replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class Payment:
    """The payment of an attempt.

    Attributes:
        amount: KES asked for.
        prompts: attempts so far.
        rose: whether it rose with the attempt; if not, another attempt had settled it.
        asked: KES that the attempt asked for: more than the amount, if a booking of two that it
            was for has been cancelled since.
        price: KES that what it pays for costs.
    """

    id: str
    appointment: str
    thread: str | None
    customer: str
    amount: int
    prompts: int
    rose: bool
    asked: int = 0
    price: int | None = None

    def came(self, word: Word) -> Decimal:
        """Give what has come, KES: as the provider tells it, else what was asked for."""
        return Decimal(self.asked or self.amount) if word.paid is None else word.paid

    def lacks(self, word: Word) -> bool:
        """Tell whether less has come than is due."""
        return self.came(word) < self.amount

    def exceeds(self, word: Word) -> bool:
        """Tell whether more has come than is due."""
        return self.came(word) > self.amount

    def surplus(self, reason: str, word: Word) -> Decimal:
        """Give what pays for nothing, KES: the team may give it back."""
        came = self.came(word)
        if reason in ALL_OF_IT:
            return came
        return came - self.amount if reason == "paid_too_much" else Decimal(0)


@dataclass(frozen=True, slots=True)
class Booked:
    """What the money has booked.

    Attributes:
        start: the business's wall clock, ISO minute.
        ended: the conversation is over: only a flow that begins with the event hears it.
        staff, person: who serves: id and name.
        extra: what was booked beside it and paid with it.
    """

    service: str
    name_en: str
    name_sw: str
    start: str
    ended: bool
    staff: str = ""
    person: str = ""
    extra: "Booked | None" = None

    def gives(self, *names: str) -> dict[str, Value]:
        """Give service, start and person under these names."""
        service = Value("service", self.service, {"en": self.name_en, "sw": self.name_sw})
        time = Value("opening", self.start, facts={"day": self.start.partition("T")[0]})
        staff = Value("staff", self.staff, {"": self.person})
        return dict(zip(names, (service, time, staff), strict=False))


def settled(attempt: str, payment: Payment, word: Word, booked: Booked | None) -> Incoming:
    """Make the event that money has come; `amount` is what came."""
    amount = int(payment.came(word))
    gives = booked.gives("service", "time") if booked else {}
    if booked and booked.extra:
        gives |= booked.extra.gives("extra", "extra_time", "extra_person")
    if word.receipt:
        gives["receipt"] = Value("receipt", word.receipt)
    facts = {"amount": amount, "booked": booked is not None}
    return _event(attempt, "settled", payment, _facts(payment, word) | facts, gives)


def unpaid(attempt: str, outcome: str, payment: Payment, word: Word) -> Incoming:
    """Make the event that it was not paid, as the conversation hears it.

    The price of what is left comes along: one of two may have been cancelled since it was shown.
    """
    known = payment.price is not None
    gives = {"price": Value("money", int(payment.price or 0))} if known else {}
    return _event(attempt, outcome, payment, _facts(payment, word), gives)


def matter(reason: str, payment: Payment, attempt: str, word: Word) -> Matter:
    """Make what the team is told of it; money beyond the first is a matter of its own each time."""
    came, back = payment.came(word), payment.surplus(reason, word)
    money = f"KES {came:.0f}" + (f", {back:.0f} of it too much" if 0 < back < came else "")
    receipt = word.receipt or "not told yet"
    text = f"{payment.customer} {TO_THE_TEAM[reason]}. {money}, receipt {receipt}."
    details: dict[str, Scalar] = {
        "customer": payment.customer,
        "attempt": attempt,
        "receipt": word.receipt,
        "paid": int(came),
    }
    if back:
        details["back"] = int(back)
    ref = attempt if reason == "paid_twice" else payment.id
    return Matter(ref, reason, text, details, payment.thread)


def _facts(payment: Payment, word: Word) -> dict[str, Scalar]:
    said = {"receipt": word.receipt, "reason": word.reason}
    known = {name: fact for name, fact in said.items() if fact}
    return {"amount": payment.amount, "prompts": payment.prompts, **known}


def _event(
    attempt: str,
    outcome: str,
    payment: Payment,
    facts: Mapping[str, Scalar],
    gives: Mapping[str, Value],
) -> Incoming:
    """Make what the conversation hears; its key lets it be heard once."""
    paying = Value("payment", payment.id, facts=facts)
    event = Happened(f"{TOOL}.{outcome}", {"payment": paying, **gives})
    return Incoming(f"daraja:{attempt}:{outcome}", payment.customer, event, payment.thread)
