"""How conversations begin: by a task, by anything, by an event, and over what is open."""

from collections.abc import Iterator
from dataclasses import replace

from engine.machine.working.errors import Broken
from engine.model.builtin import HANDOFF
from engine.model.flow import Flow, FlowSet
from engine.model.session import Session
from engine.proof.explore import BLANK, Exploration, Explorer, Place
from engine.proof.happening import Happening, Sort
from engine.proof.kept import Kept
from engine.proof.oracle import Ring, Script
from engine.proof.result import Rest, Situation, Standing, Unit
from engine.proof.roads import Roads
from engine.proof.scope import along, sources
from engine.proof.situation import ASIDE
from engine.proof.watch import Wrong

BLANK_KEPT = Kept()
Shown = tuple[Wrong, int, tuple[Happening, Script] | None]
"""A fault, the place where it is, and the move from there that shows it."""
Over = tuple[str, int, Session, Kept]
"""A place of another unit over which a flow is begun: its unit, index, session and what is kept."""


def beginnings(flows: FlowSet, name: str) -> list[Happening]:
    """What begins a flow on an empty stack."""
    flow = flows.flows[name]
    return [*_by_words(flows, flow), *_by_events(flows, flow), *_by_others(flows, flow)]


def _by_words(flows: FlowSet, flow: Flow) -> Iterator[Happening]:
    words = [act for act, started in flows.intents.items() if started == flow.name]
    slots = tuple(slot.name for slot in flow.slots.values() if slot.step)
    for act in words[:1]:
        yield Happening(Sort.ACT, act)
        if slots and flow.start.intents:
            yield Happening(Sort.ACT, act, slots)
    if flows.fallback == flow.name:
        yield Happening(Sort.ACT, "greeting")


def _by_events(flows: FlowSet, flow: Flow) -> Iterator[Happening]:
    """By what a tool tells later, with what that gives; by any other, with what no step makes."""
    given = tuple(s.name for s in flow.slots.values() if s.step is None and not s.makers)
    for event in flow.start.events:
        tool = flows.tools.get(event.rpartition(".")[0])
        if tool is None or given:
            yield Happening(Sort.EVENT, event, given or ("",))
            continue
        yield Happening(Sort.EVENT, event)
        if tool.maybe:
            yield Happening(Sort.EVENT, event, full=False)


def _by_others(flows: FlowSet, flow: Flow) -> Iterator[Happening]:
    """By the end of another flow, with whatever may be carried along from there."""
    for name, end in sources(flows, flow.name):
        carried = tuple(slot.name for slot in along(flows.flows[name], flow))
        yield Happening(Sort.ONWARD, f"{name}.{end.id}", carried)


def prove_unit(flows: FlowSet, root: str, over: list[Over]) -> Unit:
    """Explore one flow from its beginnings, and over what may lie beneath it.

    First with everything taken strictly, which is quick; where that shows a fault, exactly.

    Args:
        flows: its scope (`scope.scope`), prepared (`switches.prepared`).
        root: its name.
        over: places over which it is begun as an aside.
    """
    found = explored(flows, root, over, exact=False)
    return explored(flows, root, over, exact=True) if found.wrong else found


def explored(flows: FlowSet, root: str, over: list[Over], *, exact: bool) -> Unit:
    """The same, once: what is not exact finds a fault wherever there is one, and perhaps more."""
    explorer = Explorer(flows, root, exact=exact)
    begins = beginnings(flows, root)
    explorer.begin(BLANK, BLANK_KEPT, begins)
    beneath: dict[int, tuple[str, int]] = {0: ("", -1)}
    for unit, index, session, kept in over:
        beneath[len(explorer.found.places)] = (unit, index)
        explorer.begin(session, kept, [one for one in begins[:1] if one.sort is not Sort.ONWARD])
    found = explorer.explore(lambda session: _left(session, root))
    roads = Roads(flows, found, lambda place: _outside(place, root))
    wrong: list[Shown] = [
        (one.wrong, one.place, (one.happening, one.script)) for one in found.faults
    ]
    wrong += [(one, index, None) for one, index in roads.wrong()]
    wrong += [(one, index, None) for one, index in _no_person(flows, explorer)]
    if found.full:
        fault = f"has more than {len(found.places):,} situations"
        wrong.append((Wrong("too large", root, "", fault, "Make two flows of it"), 0, None))
    explorer.close()
    return replace(_unit(flows, root, found, beneath, tuple(wrong)), exact=exact)


def _left(session: Session, root: str) -> bool:
    """Whether the flow is over and another goes on."""
    return all(frame.flow != root for frame in session.frames)


def _outside(place: Place, root: str) -> bool:
    return place.key[0] == ASIDE or _left(place.session, root)


def _no_person(flows: FlowSet, explorer: Explorer) -> Iterator[tuple[Wrong, int]]:
    """The waits from which nobody of the team can be called; each stack of steps is asked once."""
    if HANDOFF not in flows.intents:
        return
    told: set[tuple[tuple[str, str], ...]] = set()
    for index, place in enumerate(explorer.found.places):
        frames = place.session.frames
        steps = tuple((frame.flow, frame.step) for frame in frames)
        if place.happening is None or not frames or steps in told:
            continue
        told.add(steps)
        if not explorer.events.taken_over(place.session) and not _reaches(flows, explorer, place):
            fault = "a customer who asks for a person here does not get one"
            remedy = "Let the way for it lead to handoff"
            yield Wrong("no person", *steps[-1], fault, remedy), index


def _reaches(flows: FlowSet, explorer: Explorer, place: Place) -> bool:
    explorer.oracle.begin((), place.kept.switches)
    try:
        _, step = explorer.step(place.session, Happening(Sort.ACT, HANDOFF))
    except (Broken, Ring):
        return True  # that is told as what it is
    people = flows.intents[HANDOFF]
    reached = any(move.flow == people for move in step.moves)
    explorer.found.reached.update((move.flow, move.target) for move in step.moves)
    return reached or any(frame.flow == people for frame in step.session.frames)


def _unit(
    flows: FlowSet,
    root: str,
    found: Exploration,
    beneath: dict[int, tuple[str, int]],
    wrong: tuple[Shown, ...],
) -> Unit:
    places = tuple(
        Rest(
            one.before,
            one.happening,
            one.script,
            _situation(flows, one),
            aside=one.key[0] == ASIDE,
        )
        for one in found.places
    )
    moves = sum(len(place.onward) for place in found.places)
    return Unit(
        root,
        places,
        beneath,
        wrong,
        frozenset(found.reached),
        frozenset(found.said),
        moves,
        found.runs,
    )


def _situation(flows: FlowSet, place: Place) -> Situation | None:
    if not place.session.frames or place.happening is None:
        return None
    return situation(flows, place.session)


def situation(flows: FlowSet, session: Session) -> Situation:
    """The frames of a session, as a proof tells them."""
    return Situation(
        tuple(
            Standing(
                frame.flow,
                frame.step,
                str(frame.how),
                tuple(
                    (name, str(content.status), content.value.type)
                    for name, content in sorted(frame.slots.items())
                ),
            )
            for frame in session.frames
        )
    )


def representatives(found: Unit) -> list[int]:
    """Places that stand for all over which an aside can be begun.

    The first with nothing given, with answers, with a yes, with something sealed, and within
    a called flow.
    """
    kinds: dict[tuple[object, ...], int] = {}
    for index, rest in enumerate(found.places):
        if rest.situation is None or rest.happening is None or rest.aside:
            continue
        frames = rest.situation.frames
        statuses = {status for frame in frames for _, status, _ in frame.slots}
        kind = (len(frames), "filled" in statuses, "confirmed" in statuses, "sealed" in statuses)
        kinds.setdefault(kind, index)
    return list(kinds.values())
