"""A conversation of an older version, moved to where it goes on in the newer one.

Steps and slots keep their names unless the newer version's `moved` says otherwise. Where nothing
has been done for good the flow then runs again from its top, passing in silence over whatever
still holds: the road to where the conversation stands is then the newer one, by the newer rules.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType

from engine.machine.versions.homeless import Homeless, Why
from engine.machine.versions.outlook import ends
from engine.machine.versions.passed import breaks
from engine.machine.versions.renames import Older, Renames, at_home, renames
from engine.machine.versions.reseat import reseat
from engine.machine.versions.retold import retold
from engine.model.flow import Duration, Flow, FlowSet, Kind, Setting, State
from engine.model.session import Frame, How, Session
from engine.model.value import SlotValue, Status

NOTHING: Older = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Move:
    """One frame on its way from one version of its flow to another.

    Attributes:
        was: the older version, if it is known.
        sealed: something in the conversation was done for good.
    """

    session: Session
    index: int
    flow: Flow
    was: Flow | None
    names: Renames
    sealed: bool

    @property
    def frame(self) -> Frame:
        return self.session.frames[self.index]

    @property
    def step(self) -> str:
        return self.names.step(self.frame.step)

    def lost(self, why: Why, what: str = "") -> Homeless:
        return Homeless(self.session, self.index, why, what)


def relocate(session: Session, flows: FlowSet, older: Older = NOTHING) -> Session | Homeless:
    """Move a conversation to the versions in `flows`.

    Args:
        session: as stored; not modified.
        flows: the newer versions.
        older: versions that the session may stand in, by digest. Where one is not known, what
            only it could tell (which tool made a slot) is taken to be as it was.

    Returns:
        The session in the newer versions, the same one if it is there already; or why it has
        no place in them.
    """
    if at_home(session, flows):
        return session
    names: dict[int, Renames] = {}
    gone: set[int] = set()
    frames: list[Frame] = []
    for index, frame in enumerate(session.frames):
        flow = flows.flows.get(frame.flow)
        if flow is None:
            return Homeless(session, index, Why.FLOW)
        if flow.digest != frame.digest:
            was, named = older.get(frame.digest), renames(flow, frame.digest)
            move = _Move(session, index, flow, was, named, sealed(session))
            moved = _moved(move)
            if isinstance(moved, Homeless):
                return moved
            names[frame.uid] = named
            gone |= {frame.uid} if _asks_another(move) else set()
            frames.append(moved)
        else:
            frames.append(frame)
    return retold(replace(session, frames=tuple(frames)), names, flows, gone)


def _asks_another(move: _Move) -> bool:
    """Whether the question at the newer step is not the one that stood open, as far as is known.

    A yes covers what was shown: where more is shown now, or comes of it, another is asked for.
    """
    was = move.was.states.get(move.frame.step) if move.was else None
    now = move.flow.states.get(move.step)
    if was is None or now is None:
        return now is not None and move.step != move.frame.step
    if was.kind is Kind.CONFIRM and now.kind is Kind.CONFIRM:
        seen = {move.names.slot(name) for name in was.shown}
        return not now.shown <= seen or _set_otherwise(move)
    asks = was.kind is Kind.ASK and now.kind is Kind.ASK
    return was.kind is not now.kind or (asks and move.names.slot(was.what) != now.what)


def _set_otherwise(move: _Move) -> bool:
    """Whether rules or settings have changed, a deposit say; the length of a silence aside."""
    return move.was is not None and (
        move.was.rules != move.flow.rules
        or _settings_but_times(move.was) != _settings_but_times(move.flow)
    )


def _settings_but_times(flow: Flow) -> dict[str, Setting]:
    return {
        name: one for name, one in flow.settings.items() if not isinstance(one.usually, Duration)
    }


def sealed(session: Session) -> bool:
    """Whether something in the conversation was done for good."""
    return bool(session.spent) or any(
        content.status is Status.SEALED
        for frame in session.frames
        for content in frame.slots.values()
    )


def _moved(move: _Move) -> Frame | Homeless:
    state = move.flow.states.get(move.step)
    if state is None:
        return move.lost(Why.STEP)
    if not _fits(move, state):
        return move.lost(Why.WAITS)
    slots = _slots(move)
    if isinstance(slots, Homeless):
        return slots
    found = reseat(move.frame, slots, move.flow, move.was, move.names)
    if lost := next(iter(found.undone), None):
        return move.lost(Why.UNDO, lost)
    frame = replace(found.frame, anew=not move.sealed and not _under_way(move))
    if not frame.anew:
        promise = breaks(move.flow, frame, move.was, move.frame.step, move.names)
        if promise is not None:
            return move.lost(Why.PROMISE, promise)
    return frame if ends(move.flow, frame.step) else move.lost(Why.END)


def _fits(move: _Move, state: State) -> bool:
    """Whether the conversation can rest at a step as it rests at its own now."""
    above = move.session.frames[move.index + 1 : move.index + 2]
    if above and above[0].how is How.CALLED:
        return state.kind is Kind.CALL and state.what == above[0].flow and _hears(move, state)
    if _under_way(move):
        return state.kind is Kind.DO and state.waits and _same_tool(move, state)
    if above:
        return True  # an aside lies over it: it is walked to again, or was never waited at
    return state.waits and state.kind is not Kind.DO


def _hears(move: _Move, state: State) -> bool:
    """Whether every outcome that the older step of the call heard has a way out in the newer."""
    was = move.was.states.get(move.frame.step) if move.was else None
    return was is None or was.ways.keys() <= state.ways.keys()


def _under_way(move: _Move) -> bool:
    """Whether the frame waits for the outcome of a tool that was called."""
    return move.frame.memo.get(move.frame.step) == ""


def _same_tool(move: _Move, state: State) -> bool:
    was = move.was.states.get(move.frame.step) if move.was else None
    return was is None or was.what == state.what


def _slots(move: _Move) -> dict[str, SlotValue] | Homeless:
    """The frame's answers under their newer names."""
    slots: dict[str, SlotValue] = {}
    for name, content in move.frame.slots.items():
        new = move.names.slot(name)
        if new is None:
            if content.status is Status.SEALED:
                return move.lost(Why.SEALED, name)
            continue
        if not _same_kind(move, name, new, content):
            if content.status is not Status.WISH:
                return move.lost(Why.TYPE, name)
            continue
        if _still_a_choice(move.flow, new, content):
            slots[new] = _named(move, name, new, content)
    return slots


def _same_kind(move: _Move, name: str, new: str, content: SlotValue) -> bool:
    slot = move.flow.slots.get(new)
    known = move.was.slots.get(name) if move.was else None
    kind = known.type.name if known else content.value.type
    if slot is None or not kind or content.value.value is None:
        return True
    return kind == slot.type.name or _own_choices(move, name, new)


def _own_choices(move: _Move, name: str, new: str) -> bool:
    """Whether both take choices that stand in their step: the kind is called like the slot."""
    known = move.was.slots.get(name) if move.was else None
    slot = move.flow.slots.get(new)
    pair = ((known, name), (slot, new))
    return all(one and one.type.options and one.type.name == called for one, called in pair)


def _named(move: _Move, name: str, new: str, content: SlotValue) -> SlotValue:
    """An answer among a step's own choices, called like the slot that has it now."""
    if name == new or not _own_choices(move, name, new):
        return content
    return replace(content, value=replace(content.value, type=new))


def _still_a_choice(flow: Flow, name: str, content: SlotValue) -> bool:
    """An answer that is no longer among a step's fixed choices is asked for again."""
    slot = flow.slots.get(name)
    options = slot.type.options if slot else ()
    return not options or content.status is Status.SEALED or content.value.value in options
