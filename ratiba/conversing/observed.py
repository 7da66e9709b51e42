"""What an act came to, in the protocol's words: our names are mapped to the driver's here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.model.flow import FlowSet, Kind
from engine.model.session import Session
from engine.model.value import ANYONE, LAST, SlotValue, Status
from ratiba.talk.report import Turn

IDLE = "IDLE"
ASKED = {"opening": "time", "appointment": "which_booking"}
"""What the driver calls a question for an answer of that type; others by the slot's name."""
CHOSEN = {"start": "greet_menu", "cross_sell": "cross_sell"}
"""What it calls the choices of a flow; others have no name there."""
STATES = {("correct", "WHICH"): "CORRECT"}
"""What it calls a state that has no name of its own there, by flow and state."""
SERVICE, STAFF, TIME = "service", "staff", "time"
MEANING = re.compile(r"^(act:|way:|[a-z_]+=)")
"""What stands before the meaning of a chip: whose it is."""
PARTS = 3
DAY = 10
"""Characters of `2026-06-01`."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What is known; `start` only once day and minute are, and nothing is asked of them."""

    service: str | None = None
    staff: str | None = None
    start: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice; `value` is what it stands for, `id` what a tap sends."""

    label: str
    value: str
    id: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply with its chips."""

    text: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation of the protocol."""

    state: str = IDLE
    language: str = ""
    slots: Slots = Slots()
    asks: str | None = None
    replies: tuple[Said, ...] = ()
    over: bool = True
    """Nothing is under way."""

    @property
    def chips(self) -> tuple[Chip, ...]:
        """Every choice of its replies, in their order."""
        return tuple(chip for reply in self.replies for chip in reply.chips)


def observe(turn: Turn, flows: FlowSet, before: Observed) -> Observed:
    """Tell of a turn; a thread that is over, or did not move, keeps what was known."""
    session = turn.session
    asks = _asks(session, flows) if session else before.asks
    return Observed(
        state=STATES.get((turn.flow, turn.state), turn.state),
        language=turn.language,
        slots=_slots(session, asks) if session and session.frames else before.slots,
        asks=asks,
        replies=tuple(_said(turn)),
        over=not session.frames if session else before.over,
    )


def _asks(session: Session, flows: FlowSet) -> str | None:
    if not session.frames:
        return None
    frame = session.frames[-1]
    flow = flows.flows[frame.flow]
    step = flow.states[frame.step]
    match step.kind:
        case Kind.ASK:
            return ASKED.get(flow.slots[step.what].type.name, step.what)
        case Kind.CONFIRM:
            return "confirm"
        case Kind.CHOOSE:
            return CHOSEN.get(frame.flow)
        case _:
            return None


def _slots(session: Session, asks: str | None) -> Slots:
    held = {name: one for frame in session.frames for name, one in frame.slots.items()}
    time = _known(held.get(TIME))
    whole = time is not None and len(time) > DAY
    open_ = asks == TIME and held[TIME].status is Status.WISH if whole else True
    return Slots(
        service=_known(held.get(SERVICE)),
        staff=_staff(held),
        start=None if open_ else time,
        date=time[:DAY] if time else None,
    )


def _staff(held: Mapping[str, SlotValue]) -> str | None:
    """Who was named; of "anyone", who was chosen."""
    named = _known(held.get(STAFF))
    if named is not None:
        return named
    chosen = (one for name, one in held.items() if one.value.type == STAFF and name != STAFF)
    return next((who for who in map(_known, chosen) if who is not None), None)


def _known(held: SlotValue | None) -> str | None:
    """What is meant, if one thing is."""
    if held is None or held.status is Status.EMPTY or held.value.value in (None, ANYONE, LAST):
        return None
    if held.status is Status.WISH and held.candidates:
        return None
    return str(held.value.value)


def _said(turn: Turn) -> Iterator[Said]:
    for reply in turn.replies:
        chips = (Chip(chip.label, _short(chip.value), chip.value) for chip in reply.quick_replies)
        yield Said(reply.text, tuple(chips))


def _short(value: str) -> str:
    """`anna` of `01H..|3|staff=anna`, `affirm` of `01H..|4|act:affirm`."""
    meant = value.split("|", PARTS - 1)[-1]
    return MEANING.sub("", meant)
