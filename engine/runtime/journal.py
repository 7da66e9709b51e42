"""A turn's journal entry: enough to run the turn again without network, clock or chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from engine.model.effect import Effect, Move, Step
from engine.model.event import Event
from engine.model.message import Outbound
from engine.model.tool import Answer, Call
from engine.model.value import Scalar
from engine.store.ports import Json, Matter

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
        flows: the digest of each flow that was open.
    """

    clock: datetime
    input: Matter
    event: Event
    facts: Mapping[str, Scalar]
    answers: Sequence[tuple[Call, Answer]]
    effects: Sequence[Effect]
    moves: Sequence[Move]
    replies: Sequence[Outbound]
    state: str
    flows: Mapping[str, str]
    shape: int = SHAPE


_ADAPTER: TypeAdapter[Entry] = TypeAdapter(Entry)


def entry(  # noqa: PLR0913 - the record of a whole turn
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
        clock, matter, event, facts, answers, step.effects, step.moves, replies, state, flows
    )
    dumped: dict[str, Any] = _ADAPTER.dump_python(record, mode="json")
    return dumped


def read_entry(stored: Mapping[str, Json]) -> Entry:
    """Read a stored entry back."""
    return _ADAPTER.validate_python(stored)
