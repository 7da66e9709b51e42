"""The proof of a set of flows: every conversation that can be had with them."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from engine.document.line import Line
from engine.model.flow import FlowSet, Origin
from engine.model.session import Session
from engine.proof.causes import cause, follows, is_cut
from engine.proof.explore import Explorer, Place
from engine.proof.happening import Happening
from engine.proof.kept import Kept
from engine.proof.phrases import Phrases
from engine.proof.result import Fault, Proof, Rest, Situation, Unit
from engine.proof.roads import CALLS_A_TURN, MOST_CALLS, SPOKEN
from engine.proof.roots import Over, Shown, beginnings, prove_unit, representatives
from engine.proof.scope import over, scope
from engine.proof.situation import ASIDE
from engine.proof.switches import prepared
from engine.proof.watch import Wrong
from engine.proof.words import Teller
from engine.render.book import PhraseBook


def prove(
    flows: FlowSet,
    book: PhraseBook,
    roots: Sequence[str] | None = None,
    known: Mapping[str, Unit] | None = None,
) -> Proof:
    """Explore everything that can happen in these flows, and tell what must not.

    Args:
        flows: as compiled.
        book: their phrases.
        roots: flows to begin with; None: every flow that a conversation can begin with.
        known: what was found before for flows that have not changed, by root.
    """
    ready = prepared(flows)
    units = dict(known or {})
    for root in order(flows) if roots is None else roots:
        if root not in units:
            units[root] = unit(ready, root, units)
    return conclude(flows, ready, book, units, whole=roots is None)


def order(flows: FlowSet) -> list[str]:
    """The flows that a conversation can begin with: tasks first, then what lies over them."""
    begun = [name for name in flows.flows if beginnings(flows, name)]
    return sorted(begun, key=lambda name: over(flows, name) is not None)


def unit(ready: FlowSet, root: str, units: Mapping[str, Unit]) -> Unit:
    """Explore one flow; an aside also over the places of the main task."""
    task = over(ready, root)
    places = list(overs(ready, units[task])) if task and task in units else []
    with _unswept():
        return prove_unit(scope(ready, root), root, places)


@contextmanager
def _unswept() -> Iterator[None]:
    """An exploration keeps nearly all that it makes: to look for garbage takes a third of it."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def overs(ready: FlowSet, found: Unit) -> Iterator[Over]:
    """The places of a unit that stand for all over which an aside can begin, played again."""
    player = Explorer(scope(ready, found.root), found.root, exact=found.exact)
    for index in representatives(found):
        place = Place((0, "start"), player.blank, Kept(), -1, None, ())
        for rest, happening in _trail(found, index):
            place = _played(player, place, rest, happening)
        yield found.root, index, place.session, place.kept
    player.close()


def _trail(found: Unit, index: int) -> list[tuple[Rest, Happening]]:
    """The places on the way to one, the first first, each with what led there."""
    trail: list[tuple[Rest, Happening]] = []
    while (happening := found.places[index].happening) is not None:
        trail.append((found.places[index], happening))
        index = found.places[index].before
    return trail[::-1]


def _played(player: Explorer, before: Place, rest: Rest, happening: Happening) -> Place:
    """A place come to again from the one before it."""
    player.oracle.begin(rest.script, before.kept.switches)
    event, step = player.step(before.session, happening)
    key, session, kept = player.arrived(before, event, step)
    return Place(key, session, kept, rest.before, happening, rest.script)


def _places(ready: FlowSet, found: Unit) -> list[Place]:
    """The first places of a unit, played again."""
    player = Explorer(scope(ready, found.root), found.root, exact=found.exact)
    places: dict[int, Place] = {}
    for index, rest in enumerate(found.places):
        if rest.happening is None or rest.before < 0:
            begun = Place((index, "start"), player.blank, Kept(), -1, None, ())
            places[index] = begun
            if found.over.get(index, ("", -1))[0]:
                break  # over other flows: those conversations are theirs
            continue
        if (before := places.get(rest.before)) is None:
            continue
        places[index] = _played(player, before, rest, rest.happening)
    return list(places.values())


def sessions(ready: FlowSet, found: Unit, units: Mapping[str, Unit]) -> Iterator[Session]:
    """One conversation at rest for every situation of a unit.

    Args:
        ready: prepared (`switches.prepared`).
        found: the unit, begun on an empty stack.
        units: all of them.
    """
    for place in _places(ready, found):
        if place.session.frames and place.happening is not None and place.key[0] != ASIDE:
            yield place.session


def conclude(
    flows: FlowSet, ready: FlowSet, book: PhraseBook, units: Mapping[str, Unit], *, whole: bool
) -> Proof:
    """Bring together what was found: faults told once, each by its shortest conversation."""
    teller = Teller(ready, book, units)
    phrases = Phrases(flows, book)
    faults = [*_moves(flows, units, teller)]
    said = {one for found in units.values() for one in found.said}
    faults += [fault_of(flows, wrong) for wrong in phrases.wrong(said)]
    if whole and not any(map(is_cut, units.values())):
        faults += [fault_of(flows, wrong) for wrong in _unreached(flows, units)]
    calls = max((_calls(found) for found in units.values()), default=0)
    if calls > MOST_CALLS:
        fault = f"the longest conversation takes {calls} model calls, and {MOST_CALLS} are paid for"
        faults.append(fault_of(flows, Wrong("cost", "", "", fault, "Ask for less")))
    situations: dict[Situation, tuple[str, int]] = {}
    for name, found in units.items():
        for index, rest in enumerate(found.places):
            if rest.situation is not None:
                situations.setdefault(rest.situation, (name, index))
    steps = sum(len(flow.states) for flow in flows.flows.values())
    ordered = tuple(sorted(faults, key=lambda one: (one.at.file, one.at.line, one.fault)))
    return Proof(
        ordered, situations, dict(units), len(flows.flows), steps, phrases.renderings, calls
    )


def _moves(flows: FlowSet, units: Mapping[str, Unit], teller: Teller) -> Iterator[Fault]:
    """Faults of conversations; of several that show one, the shortest."""
    best: dict[tuple[str, str, str, str], tuple[int, Unit, Shown]] = {}
    for found in units.values():
        for wrong, place, move in found.wrong:
            if follows(wrong, found):
                continue
            key = cause(wrong)
            length = len(teller.trail(found.root, place)) + (move is not None)
            if key not in best or length < best[key][0]:
                best[key] = (length, found, (wrong, place, move))
    for _, found, (wrong, place, move) in best.values():
        here = found.root, place
        yield fault_of(flows, wrong, teller.through(*here, move) if move else teller.to(*here))


def fault_of(flows: FlowSet, wrong: Wrong, conversation: tuple[Line, ...] = ()) -> Fault:
    """A fault with its place in the files."""
    flow = flows.flows.get(wrong.flow)
    state = flow.states.get(wrong.step) if flow else None
    if state is None and flow is not None:
        state = flow.states[flow.first]
    at = state.origin if state else Origin("flows", 1)
    return Fault(
        wrong.sort,
        wrong.flow,
        wrong.step,
        at,
        wrong.fault,
        wrong.remedy,
        conversation,
        wrong.phrase,
    )


def _unreached(flows: FlowSet, units: Mapping[str, Unit]) -> Iterator[Wrong]:
    """Steps to which no conversation comes; flows that nothing begins are not looked at."""
    reached = {one for found in units.values() for one in found.reached}
    open_flows = {flow for flow, _ in reached}
    for name, flow in flows.flows.items():
        for step in flow.states:
            if name in open_flows and (name, step) not in reached:
                yield Wrong(
                    "unreached",
                    name,
                    step,
                    "no conversation comes here",
                    "Lead a way here, or delete it",
                )


def _calls(found: Unit) -> int:
    deep = [0] * len(found.places)
    for index, rest in enumerate(found.places):
        if rest.before >= 0 and rest.happening is not None:
            deep[index] = deep[rest.before] + (rest.happening.sort in SPOKEN)
    return max(deep, default=0) * CALLS_A_TURN
