"""What the prover remembers while a turn goes on: deeds that stand, promises, ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.machine.working import cursor
from engine.machine.working.desk import Desk
from engine.model.effect import Effect, Emit, Move, Step
from engine.model.flow import FlowSet, Kind, Possible
from engine.model.passing import passed
from engine.model.session import Frame, Session
from engine.proof.kept import Kept
from engine.proof.oracle import Oracle
from engine.proof.scope import BEGUN
from engine.proof.situation import Key
from engine.proof.watch import CHOSEN, Watch, Wrong

Standing = frozenset[str]
Marks = frozenset[tuple[str, str]]
Passed = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Track:
    """What matters of the way so far.

    Attributes:
        standing, marks: as of `Kept`.
        passed: by flow, the steps that its promises ask for and that stand as passed.
        last: the end that was come to last.
        ends: ends of this piece that promises name as possible.
        wrong: what this piece breaks.
    """

    standing: Standing
    marks: Marks
    passed: Passed
    last: tuple[str, str] | None = None
    ends: frozenset[tuple[str, str]] = frozenset()
    wrong: tuple[Wrong, ...] = ()

    @property
    def key(self) -> Key:
        """What decides of what is still to come whether it is right."""
        last = self.last if self.standing else None
        return (self.standing, self.marks, frozenset(self.passed.items()), last)


class Tracker:
    """Follows the turns of one exploration."""

    def __init__(self, flows: FlowSet, oracle: Oracle) -> None:
        self._flows = flows.flows
        self._watch = Watch(flows, oracle)
        self._possible = frozenset(
            (name, one.end)
            for name, flow in self._flows.items()
            for one in flow.always
            if isinstance(one, Possible)
        )
        self._asked = {
            name: frozenset(step for one in flow.never for step in one.before)
            for name, flow in self._flows.items()
            if flow.never
        }
        self._start: Standing = frozenset()

    def begun(self, session: Session, kept: Kept) -> Track:
        """A turn that begins at a place."""
        self._start = kept.standing
        found: dict[str, frozenset[str]] = {}
        for frame in session.frames:  # of one flow twice, the upper frame
            asked, flow = self._asked.get(frame.flow, ()), self._flows[frame.flow]
            if asked:
                chosen = {step for mark, step in kept.marks if mark == CHOSEN + frame.flow}
                stood = (one for one in asked if passed(flow, frame, one, chosen))
                found[frame.flow] = frozenset(stood)
        return Track(kept.standing, kept.marks, found)

    def after(self, track: Track, before: Desk | None, desk: Desk, happened: str) -> Track:
        """The same turn, one piece on; `before` is None for the first."""
        moved = desk.moves[len(before.moves) :] if before else desk.moves
        effects = fresh(before, desk)
        if not (moved or effects or happened):
            return track if not (track.ends or track.wrong) else _clean(track)
        was = before.frames if before else list(desk.before.frames)
        ends = [(m.flow, m.target) for m in moved if self._ends(m)]
        standing = self._watch.standing(self._base(track, before, desk), effects)
        if standing and any(self._watch.is_done(was, *end) for end in ends):
            standing = frozenset()  # what a flow that came to its good end did is meant to stay
        emitted = {effect.event for effect in effects if isinstance(effect, Emit)}
        names = {frame.flow for frame in (*was, *desk.frames)}
        marks = self._watch.marks(track.marks, names, emitted | ({happened} - {""}), moved)
        stood, wrong = self._promises(track.passed, was, desk, moved)
        wrong += self._watch.ended_otherwise(marks, ends)
        wrong += self._watch.unsealed(was, desk.frames)
        last = ends[-1] if ends else track.last
        return Track(standing, marks, stood, last, self._possible & {*ends}, tuple(wrong))

    def whole(self, session: Session, kept: Kept, step: Step, happened: str) -> Kept:
        """What the prover remembers after a turn that was taken at once."""
        ends = [(move.flow, move.target) for move in step.moves if self._ends(move)]
        standing = self._watch.standing(kept.standing, step.effects)
        if standing and any(self._watch.is_done(session.frames, *end) for end in ends):
            standing = frozenset()
        emitted = {effect.event for effect in step.effects if isinstance(effect, Emit)}
        names = {frame.flow for frame in (*session.frames, *step.session.frames)}
        happenings = emitted | ({happened} - {""})
        return Kept(standing, self._watch.marks(kept.marks, names, happenings, step.moves))

    def _base(self, track: Track, before: Desk | None, desk: Desk) -> Standing:
        """Deeds that stood before these effects: a lost race takes back what was said of them."""
        anew = before is not None and not _grown(before.effects, desk.effects)
        return self._start if anew else track.standing

    def _ends(self, move: Move) -> bool:
        found = self._flows[move.flow].states[move.target]
        return found.kind is Kind.END and found.id != BEGUN

    def _promises(
        self, stood: Passed, was: list[Frame], desk: Desk, moved: list[Move]
    ) -> tuple[Passed, list[Wrong]]:
        """Which steps stand as passed after these moves, and the promises that they broke."""
        wrong: list[Wrong] = []
        for move in moved:
            asked = self._asked.get(move.flow)
            if asked is None:
                continue
            if move.trigger == cursor.AGAIN or not move.source:
                stood = {**stood, move.flow: frozenset()}
            elif move.source in asked and self._watch.main(move):
                stood = {**stood, move.flow: stood.get(move.flow, frozenset()) | {move.source}}
            wrong += self._watch.early(was, desk, move, stood.get(move.flow, frozenset()))
        return stood, wrong


def fresh(before: Desk | None, desk: Desk) -> list[Effect]:
    """The effects of the last piece; all of them, where earlier ones were taken back."""
    if before is None or not _grown(before.effects, desk.effects):
        return desk.effects
    return desk.effects[len(before.effects) :]


def _grown(before: list[Effect], after: list[Effect]) -> bool:
    size = len(before)
    return size == 0 or (len(after) >= size and after[size - 1] is before[size - 1])


def _clean(track: Track) -> Track:
    return Track(track.standing, track.marks, track.passed, track.last)
