"""Dialogues of other people's systems with annotated acts, in the form of the SGD corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from ratiba.evaluating.kinds.case import Record

BOOKS = "BookAppointment"
BOOKED = "NOTIFY_SUCCESS"
TELLING = ("OFFER", "CONFIRM")
DAY, CLOCK, NAME = "appointment_date", "appointment_time", "_name"
"""Slots of a booking; the last one ends with the provider's: `stylist_name`."""


class Part(BaseModel):
    """Something of a record; what is not known here is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Act(Part):
    """What somebody does with their words: `INFORM`, `CONFIRM`, about a slot, with values."""

    name: str
    slot: str = ""
    values: tuple[str, ...] = ()


def _named(raw: object) -> object:
    """`["INFORM", "city", ["Nairobi"]]`, its later parts left out where there are none."""
    return (
        dict(zip(("name", "slot", "values"), raw, strict=False)) if isinstance(raw, list) else raw
    )


class Call(Part):
    """A call of the service: method, parameters, number of results."""

    m: str
    p: dict[str, str]
    n: int


class Frame(Part):
    """What a turn means for one service."""

    svc: str
    intent: str = ""
    acts: tuple[Annotated[Act, BeforeValidator(_named)], ...] = ()
    call: Call | None = None


class Turn(Part):
    """What the user (U) or the system (S) says."""

    s: Literal["U", "S"]
    u: str
    f: tuple[Frame, ...]

    def acts(self, *names: str) -> Iterator[Act]:
        """Acts of these names."""
        return (act for frame in self.f for act in frame.acts if act.name in names)

    def does(self, *names: str) -> bool:
        """Whether it has an act of one of these names."""
        return any(True for _ in self.acts(*names))

    def calls(self) -> Iterator[Call]:
        """Calls that try to book."""
        return (frame.call for frame in self.f if frame.call and frame.call.m == BOOKS)


class Dialogue(Record):
    """A whole dialogue."""

    services: tuple[str, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A booking that the dialogue's service was asked for.

    Attributes:
        turn: index of the turn that called.
        day, clock: ISO.
        made: whether it came to be.
        words: the system's own, when it offered this time or had it confirmed.
    """

    turn: int
    day: str
    clock: str
    provider: str
    made: bool
    words: str


def attempts(dialogue: Dialogue) -> Sequence[Attempt]:
    """Every one up to the last that came to be; none if none did."""
    found = [
        Attempt(
            at,
            call.p.get(DAY, ""),
            call.p.get(CLOCK, ""),
            next((value for slot, value in call.p.items() if slot.endswith(NAME)), ""),
            turn.does(BOOKED),
            _words(dialogue.turns[:at]),
        )
        for at, turn in enumerate(dialogue.turns)
        for call in turn.calls()
    ]
    while found and not found[-1].made:
        found.pop()
    return found


def _words(turns: Sequence[Turn]) -> str:
    told = {act.slot: act.values[0] for turn in turns for act in turn.acts(*TELLING) if act.values}
    return " ".join(told[slot] for slot in (DAY, CLOCK) if slot in told)


def plain(name: str) -> str:
    """A provider's name as it is compared: the corpus spells it in several ways."""
    return " ".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
