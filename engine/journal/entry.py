"""A turn's journal entry: enough to run the turn again without network, clock or chance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from pydantic import TypeAdapter

from engine.journal.shape import RUN, SHAPE, migrate_entry_shape
from engine.model.effect import Effect, Emit, Move, Run, Say, Step, Undo
from engine.model.event import Event
from engine.model.message import Outbound
from engine.model.model_call import ModelCall
from engine.model.session import Session
from engine.model.thresholds import USUAL
from engine.model.tool import Answer, Call
from engine.model.value import Scalar
from engine.store.records import Json, Matter


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
        runs: for each tool that `effects` ran, in their order, its place in `answers`.
        flows: the digest of each flow that was open.
        corrected: slots whose answer the customer changed in this turn.
        calls: of models that worded a reply; those that understood are in the event.
        act_from: how surely an act had to be heard until it decided.
        shape: of the entry as it was read; older ones have been lifted to it.
    """

    clock: datetime
    input: Matter
    event: Event
    facts: Mapping[str, Scalar]
    answers: tuple[tuple[Call, Answer], ...]
    effects: tuple[str, ...]
    runs: tuple[int, ...]
    moves: tuple[Move, ...]
    replies: tuple[Outbound, ...]
    state: str
    flows: Mapping[str, str]
    corrected: tuple[str, ...] = ()
    calls: tuple[ModelCall, ...] = ()
    act_from: float = USUAL.act
    shape: int = SHAPE

    @property
    def ran(self) -> Iterator[tuple[Call, Answer]]:
        """What was carried out, in order: the calls, and what they were held to."""
        return (self.answers[place] for place in self.runs)


_ADAPTER: TypeAdapter[Entry] = TypeAdapter(Entry)


def entry(
    *,
    clock: datetime,
    matter: Matter,
    event: Event,
    facts: Mapping[str, Scalar],
    answers: tuple[tuple[Call, Answer], ...],
    before: Session,
    step: Step,
    replies: tuple[Outbound, ...],
    calls: tuple[ModelCall, ...],
    state: str,
    act_from: float,
) -> str:
    """Put a turn on record, as a JSON object; `before` is where the thread stood."""
    record = Entry(
        clock=clock,
        input=matter,
        event=event,
        facts=facts,
        answers=answers,
        effects=named(step.effects),
        runs=_places(step.effects, answers),
        moves=step.moves,
        replies=replies,
        state=state,
        flows={frame.flow: frame.digest for frame in step.session.frames},
        corrected=_corrected(before, step.session),
        calls=calls,
        act_from=act_from,
    )
    dumped = _ADAPTER.dump_json(record, exclude_defaults=True).decode()
    return f'{dumped[:-1]},"shape":{SHAPE}}}'  # a default that is to be read later


def named(effects: Sequence[Effect]) -> tuple[str, ...]:
    """The effects by name: `say booking.summary`, `run confirm_booking`, ..."""
    return tuple(map(name_of, effects))


def name_of(effect: Effect) -> str:
    """One effect by name."""
    match effect:
        case Say(phrase):
            return f"say {phrase}"
        case Run(call, _):
            return f"{RUN}{call.tool}"
        case Undo(tool):
            return f"undo {tool}"
        case Emit(event):
            return f"emit {event}"
    assert_never(effect)


def _corrected(before: Session, after: Session) -> tuple[str, ...]:
    known = {(frame.uid, slot) for frame in before.frames for slot in frame.corrected}
    now = ((frame.uid, slot) for frame in after.frames for slot in frame.corrected)
    return tuple(slot for uid, slot in now if (uid, slot) not in known)


def _places(effects: Sequence[Effect], answers: Sequence[tuple[Call, Answer]]) -> tuple[int, ...]:
    """Where in `answers` the calls that are carried out stand; of equal ones the last counts."""
    places = {(call.key, call.tool): place for place, (call, _) in enumerate(answers)}
    runs = (effect.call for effect in effects if isinstance(effect, Run))
    return tuple(places[call.key, call.tool] for call in runs)


def read_entry(stored: Mapping[str, Json]) -> Entry:
    """Read a stored entry back, of whatever shape.

    Raises:
        ConflictError: newer code wrote it.
    """
    lifted = stored if stored.get("shape") == SHAPE else migrate_entry_shape(stored)
    return _ADAPTER.validate_python(lifted)
