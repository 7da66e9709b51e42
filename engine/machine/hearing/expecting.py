"""The context in which the next message of a thread is to be understood; it names no flow."""

from collections.abc import Iterator
from datetime import date, datetime, time

from engine.machine.hearing.hours import HOUR, HOURS, NEAR, OPENING, SIGHT
from engine.machine.hearing.offering import offered
from engine.machine.hearing.printed import printed
from engine.machine.hearing.standing import standing
from engine.machine.working.resting import answered_in, resting
from engine.model.builtin import OTHER_DAY
from engine.model.flow import FlowSet, Kind
from engine.model.session import Session
from engine.model.understanding import Expected, Hearing
from engine.model.value import SlotValue, Source, Status, Value

STAFF = "staff"


def expects(flows: FlowSet, session: Session) -> Hearing:
    """What can be heard where the thread stands, and what words come to mean there."""
    frame = session.frames[-1] if session.frames else None
    day, clock = _anchors(session)
    return Hearing(
        session.locale,
        str(flows.flows[frame.flow].states[frame.step].kind) if frame else "",
        _expected(flows, session),
        session.prompt.chips if session.prompt else (),
        day,
        clock,
        standing=standing(flows, session.frames),
        after=_bound(session, "after"),
        before=_bound(session, "before"),
        near=_near(session),
        listed=_listed(flows, session),
        others=_others(flows, session),
        told=_told(flows, session),
    )


def _told(flows: FlowSet, session: Session) -> frozenset[str]:
    """The types of what customers have told of the open flows unasked."""
    return frozenset(
        flows.flows[frame.flow].slots[name].type.name
        for frame in session.frames
        for name, content in frame.slots.items()
        if content.status is not Status.EMPTY and content.source is Source.CUSTOMER
        if name in flows.flows[frame.flow].slots and not flows.flows[frame.flow].slots[name].step
    )


def _listed(flows: FlowSet, session: Session) -> tuple[Value, ...]:
    """What was printed for the customer in the answer that was given just now, in order."""
    frame = answered_in(flows, session.frames)
    if frame is None:
        return session.prompt.printed if session.prompt else ()
    return printed(one.value for one in frame.slots.values())


def _others(flows: FlowSet, session: Session) -> tuple[Value, ...]:
    """The people who were printed in the midst of a task, less whoever is chosen in it."""
    if resting(flows, session.frames):
        return ()
    held = {c.value.value for f in session.frames for c in f.slots.values()}
    people = (one for one in _listed(flows, session) if one.type == STAFF)
    return tuple(one for one in people if one.value not in held)


def _expected(flows: FlowSet, session: Session) -> tuple[Expected, ...]:
    found: dict[str, Expected] = {}
    offers = _offers(flows, session)
    tasks = [flow for flow in flows.flows.values() if flow.start.intents]
    open_flows = [(flows.flows[f.flow], f.step) for f in reversed(session.frames)]
    for flow, step in [*open_flows, *((task, "") for task in tasks)]:
        for slot in flow.slots.values():
            if (slot.step or not slot.makers) and slot.name not in found:
                asked = slot.step == step or (flow.name in offers and slot.type.name == OPENING)
                found[slot.name] = Expected(slot.name, slot.type, asked, optional=slot.optional)
    return tuple(sorted(found.values(), key=lambda expected: not expected.asked))


def _offers(flows: FlowSet, session: Session) -> frozenset[str]:
    """The tasks that are offered in the midst of others: for those a time is an answer as well."""
    if not session.frames or resting(flows, session.frames):
        return frozenset()
    flow = flows.flows[session.frames[-1].flow]
    state = flow.states[session.frames[-1].step]
    ways = state.ways.values() if state.kind is Kind.CHOOSE else ()
    return frozenset(filter(None, (offered(flows, flow, way) for way in ways)))


def _anchors(session: Session) -> tuple[date | None, time | None]:
    """A day or an hour already heard, for "at 3" and "Friday then"."""
    for content in _times(session):
        known = content.value.value
        if isinstance(known, str):
            at = datetime.fromisoformat(known)
            return at.date(), at.time() if "T" in known else None
    hours = (_hour(content.value) for content in _times(session))
    other = any(OTHER_DAY in content.value.facts for content in _times(session))
    day = _day_in_sight(session) or _offered_day(session) or _booked_day(session)
    return None if other else day, next(filter(None, hours), None)


def _day_in_sight(session: Session) -> date | None:
    """The day of which only the hour is open: "today at 8" that is over, or that may mean two."""
    for content in _times(session):
        kept = str(content.value.facts.get(SIGHT, ""))
        days = {time.partition("T")[0] for time in content.candidates} or {kept}
        if len(days) == 1 and days != {""}:
            return date.fromisoformat(days.pop())
    return None


def _near(session: Session) -> date | None:
    """The day that was spoken of for what is asked, be it to be had or not."""
    days = (one.value.value or one.value.facts.get(NEAR) for one in _times(session))
    return next((datetime.fromisoformat(day).date() for day in days if isinstance(day, str)), None)


def _times(session: Session) -> Iterator[SlotValue]:
    """The times of the open flows, the topmost first."""
    for frame in reversed(session.frames):
        yield from (one for one in frame.slots.values() if one.value.type == OPENING)


def _hour(wish: Value) -> time | None:
    """The hour of a wish whose day is open or was not to be had, if it has one reading."""
    hour = wish.facts.get(HOUR)
    plain = wish.value is None and HOURS not in wish.facts and isinstance(hour, str)
    return time.fromisoformat(str(hour)) if plain else None


def _bound(session: Session, name: str) -> str | None:
    """One end of the part of the day already heard, for "Saturday then" behind "Friday after 4"."""
    for content in _times(session):
        if content.status is not Status.EMPTY:
            bound = content.value.facts.get(name)
            return bound if isinstance(bound, str) else None
    return None


def _offered_day(session: Session) -> date | None:
    """The day of the times on offer, if they are all of one: "at 3" means that day."""
    shown = [chip.shows for chip in session.prompt.chips] if session.prompt else []
    starts = [str(value.value) for value in shown if value and value.type == OPENING]
    days = {datetime.fromisoformat(start).date() for start in starts}
    return days.pop() if len(days) == 1 else None


def _booked_day(session: Session) -> date | None:
    """The day of the booking that is spoken of: "make it 4" means that day."""
    for frame in reversed(session.frames):
        for content in frame.slots.values():
            start = content.value.facts.get("starts_at")
            if content.status not in {Status.EMPTY, Status.WISH} and isinstance(start, str):
                return datetime.fromisoformat(start).date()
    return None
