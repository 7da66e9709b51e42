"""The names in a fixture held against the flows: steps, phrases, slots, tools, outcomes, events."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from engine.model.flow import FlowSet, Kind
from engine.model.tool import FAILED
from engine.rehearsal.fixture import NONE, UNAVAILABLE
from engine.spec.document.place import Place
from engine.spec.document.problem import Faults, suggest

OF_BUSINESS = ("tenant", "dials")
OTHER_STATES = ("clarification", "idle")


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that a fixture may name."""

    flows: Collection[str]
    states: Collection[str]
    ends: Collection[str]
    phrases: Collection[str]
    slots: Collection[str]
    events: Collection[str]
    effects: Collection[str]
    outcomes: Mapping[str, Collection[str]]
    listers: Collection[str]
    settings: Collection[str]

    @classmethod
    def of(cls, flows: FlowSet, phrases: frozenset[str]) -> "Names":
        """Gather the names of these flows."""
        states = [(f.name, s) for f in flows.flows.values() for s in f.states.values()]
        ends = [(name, state.id) for name, state in states if state.kind is Kind.END]
        told = {f"{name}.{state}" for name, state in ends}
        tools = flows.tools
        listers = {name for name, tool in tools.items() if tool.lists}
        outcomes = {name: (*tool.outcomes, FAILED) for name, tool in tools.items()}
        outcomes |= {name: (*outcomes[name], NONE, UNAVAILABLE) for name in listers}
        late = {f"{n}.{o}" for n, tool in tools.items() if tool.late for o in outcomes[n]}
        ahead = {f"{flow.name}.due" for flow in flows.flows.values() if flow.start.ahead}
        listened = ahead | {event for flow in flows.flows.values() for event in flow.start.events}
        return cls(
            flows=sorted(flows.flows),
            states=sorted({state.id for _, state in states} | {*OTHER_STATES}),
            ends=sorted({state for _, state in ends}),
            phrases=sorted(phrases),
            slots=sorted({slot for flow in flows.flows.values() for slot in flow.slots}),
            events=sorted(late | listened),
            effects=sorted({*tools, *told}),
            outcomes=outcomes,
            listers=sorted(listers),
            settings=sorted(f"{f.name}.{one}" for f in flows.flows.values() for one in f.settings),
        )


def check_names(place: Place, names: Names, faults: Faults) -> None:
    """Tell of every name in one fixture that nothing is called by."""
    _each(place.many("flow"), names.flows, "flow", faults)
    for turn in place.many("turns"):
        _each(turn.many("event"), names.events, "event", faults)
        expect = turn.get("expect")
        if expect is not None:
            _expected(expect, names, faults)
    end = place.get("end")
    if end is not None:
        _each(end.many("state"), names.ends, "end", faults)
    given = place.get("given")
    if given is not None:
        _given(given, names, faults)
        if end is not None and end.get("rows") is not None:
            _on_stores(given, faults)


def _on_stores(given: Place, faults: Faults) -> None:
    """Tell of what cannot be given where rows are counted: there everything is real."""
    remedy = "Lead the conversation there, or leave end.rows out"
    for name, _ in given.items():
        if name != "facts":
            fault = f"'{name}' cannot be given where rows are counted"
            faults.add(given.key_at(name), given.key, fault, remedy)
    facts = given.get("facts")
    for name, _ in facts.items() if facts else ():
        if facts is not None and name.partition(".")[0] not in OF_BUSINESS:
            fault = f"'{name}' is no fact of the business, and rows are counted"
            faults.add(facts.key_at(name), facts.key, fault, remedy)


def _expected(place: Place, names: Names, faults: Faults) -> None:
    _each(place.many("state"), names.states, "step", faults)
    _each(place.many("flow"), names.flows, "flow", faults)
    said = (one for one in place.many("said") if one.text != "nothing")
    _each(said, names.phrases, "phrase", faults)
    _each(place.many("effects"), names.effects, "tool or event", faults)
    _keys(place.get("slots"), names.slots, "slot", faults)


def _given(place: Place, names: Names, faults: Faults) -> None:
    _keys(place.get("lists"), names.listers, "lister", faults)
    _keys(place.get("settings"), names.settings, "setting", faults)
    tools = place.get("tools")
    _keys(tools, names.outcomes, "tool", faults)
    for name, turn in tools.items() if tools else ():
        heads = (one.get("comes_to") or one for one in turn.each())
        if name in names.outcomes:
            _each(heads, names.outcomes[name], f"outcome of {name}", faults)


def _keys(place: Place | None, known: Collection[str], what: str, faults: Faults) -> None:
    for name, _ in place.items() if place else ():
        if place is not None and name not in known:
            remedy = suggest(name, known)
            faults.add(place.key_at(name), place.key, f"no {what} is called '{name}'", remedy)


def _each(places: Iterable[Place], known: Collection[str], what: str, faults: Faults) -> None:
    for place in places:
        if place.text and place.text not in known:
            fault = f"no {what} is called '{place.text}'"
            faults.add(place.at, place.key, fault, suggest(place.text, known))
