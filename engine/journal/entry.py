"""A turn's journal entry: enough to run the turn again without network, clock or chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

from pydantic import TypeAdapter

from engine.model.effect import Effect, Emit, Move, Run, Say, Step, Undo
from engine.model.event import Event
from engine.model.message import Outbound
from engine.model.tool import Answer, Call
from engine.model.value import Scalar
from engine.store.records import Json, Matter

SHAPE = 1
"""The shape of an entry; replay reads older ones through their own upgrade."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one turn took in and gave out.

    Attributes:
        clock: the turn's, UTC.
        input: as the inbox held it.
        event: as it was understood, understanding included.
        facts: the registry's facts as the rules saw them.
        answers: every tool call of the last run with its answer, in order.
        effects: what was said, run and undone, by name: a replay makes them anew.
        flows: the digest of each flow that was open.
    """

    clock: datetime
    input: Matter
    event: Event
    facts: Mapping[str, Scalar]
    answers: Sequence[tuple[Call, Answer]]
    effects: Sequence[str]
    moves: Sequence[Move]
    replies: Sequence[Outbound]
    state: str
    flows: Mapping[str, str]
    shape: int = SHAPE


_ADAPTER: TypeAdapter[Entry] = TypeAdapter(Entry)


def entry(
    *,
    clock: datetime,
    matter: Matter,
    event: Event,
    facts: Mapping[str, Scalar],
    answers: Sequence[tuple[Call, Answer]],
    step: Step,
    replies: Sequence[Outbound],
    state: str,
) -> Mapping[str, Json]:
    """Put a turn on record, as JSON."""
    flows = {frame.flow: frame.digest for frame in step.session.frames}
    record = Entry(
        clock, matter, event, facts, answers, named(step.effects), step.moves, replies, state, flows
    )
    dumped: dict[str, Any] = _ADAPTER.dump_python(record, mode="json", exclude_defaults=True)
    return dumped


def named(effects: Sequence[Effect]) -> tuple[str, ...]:
    """The effects by name: `say booking.summary`, `run confirm_booking`, ..."""
    return tuple(map(_name, effects))


def _name(effect: Effect) -> str:
    match effect:
        case Say(phrase):
            return f"say {phrase}"
        case Run(call, _):
            return f"run {call.tool}"
        case Undo(tool):
            return f"undo {tool}"
        case Emit(event):
            return f"emit {event}"
    assert_never(effect)


def read_entry(stored: Mapping[str, Json]) -> Entry:
    """Read a stored entry back."""
    return _ADAPTER.validate_python(stored)
