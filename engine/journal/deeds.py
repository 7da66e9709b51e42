"""What was done in a turn, with what it was told and what it gave: in a record, in a re-run."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.journal.entry import Entry, name_of
from engine.journal.shape import RUN
from engine.model.effect import Effect, Run, Say
from engine.model.tool import Answer, Call
from engine.model.value import Scalar, Value

Part: TypeAlias = Value | Scalar
SAY = "say "
ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
"""A moment of the clock, as the openings of a business's day never are written."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done: a tool run or undone, an end told of.

    Attributes:
        name: `run confirm_booking`, `undo release_hold`, `emit booking.booked`.
        turn: in which it was done, from 1.
        told: of a tool that ran, its inputs.
        gave: of a tool that ran, what it gave.
    """

    name: str
    turn: int
    told: Mapping[str, Part] = field(default_factory=dict)
    gave: Mapping[str, Part] = field(default_factory=dict)

    @property
    def parts(self) -> Mapping[tuple[str, str], Part]:
        """Everything told and given, by `told` or `gave` and its name."""
        told = {("told", name): part for name, part in self.told.items()}
        return told | {("gave", name): part for name, part in self.gave.items()}


def on_record(entries: Sequence[Entry]) -> tuple[Deed, ...]:
    """What was done in a conversation."""
    return tuple(deed for turn, entry in enumerate(entries, 1) for deed in _recorded(entry, turn))


def _recorded(entry: Entry, turn: int) -> Iterator[Deed]:
    ran = iter(entry.ran)
    for name in entry.effects:
        if name.startswith(RUN):
            yield _of_run(*next(ran), turn)
        elif not name.startswith(SAY):
            yield Deed(name, turn)


def made_now(effects: Iterable[Effect], turn: int) -> tuple[Deed, ...]:
    """What a turn that is run again does."""
    return tuple(
        _of_run(effect.call, effect.answer, turn)
        if isinstance(effect, Run)
        else Deed(name_of(effect), turn)
        for effect in effects
        if not isinstance(effect, Say)
    )


def _of_run(call: Call, answer: Answer, turn: int) -> Deed:
    return Deed(f"{RUN}{call.tool}", turn, call.args, answer.gives)


def own_ids(entries: Sequence[Entry]) -> frozenset[str]:
    """Ids that tools made up in this conversation: another run would rightly make up others.

    What a list offered (a booking to cancel, a person) was there before, and counts.
    """
    made = {
        value.value
        for entry in entries
        for _, answer in entry.ran
        for value in answer.gives.values()
        if isinstance(value.value, str) and ULID.fullmatch(value.value)
    }
    there = {
        value.value
        for entry in entries
        for _, answer in entry.answers
        for value in answer.options
        if value.value in made
    }
    return frozenset(str(value) for value in made - there)


def counts(part: Part, own: frozenset[str]) -> bool:
    """Whether it matters which: no made-up id, no moment of the clock."""
    plain = part.value if isinstance(part, Value) else part
    return not isinstance(plain, str) or not (plain in own or INSTANT.fullmatch(plain))
