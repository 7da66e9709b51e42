"""What rules look at, and the values that make them hold or not: the switches of a flow set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.model.flow import Duration, Flow, FlowSet
from engine.model.reading import names
from engine.model.rule import Binary, Both, Either, Expression, Is, Literal_, Name, Not, Several
from engine.model.value import Scalar, Value

HEADS = frozenset({"tenant", "dials", "customer", "channel", "conversation", "card"})


@dataclass(frozen=True, slots=True)
class Probe:
    """One dotted name with a value worth trying."""

    name: str
    value: Scalar


def switches(flows: FlowSet, facts: Mapping[str, Scalar]) -> tuple[Probe, ...]:
    """Facts of the business that rules read, each turned to another value than it has."""
    found = [one for one in _probes(flows) if _head(one.name) in HEADS]
    turned = [Probe(one.name, one.value) for one in found if facts.get(one.name) != one.value]
    return tuple(dict.fromkeys(one for one in turned if _free(one.name)))


def settings_read(flows: FlowSet) -> tuple[Probe, ...]:
    """Settings that rules tell apart, each with another value than it has."""
    return tuple(
        Probe(f"{flow.name}.{name}", value)
        for flow in flows.flows.values()
        for name, setting in flow.settings.items()
        for value in _turned(flow, name, setting.usually)
    )


def _turned(flow: Flow, name: str, usually: Scalar | Duration) -> tuple[Scalar, ...]:
    if isinstance(usually, bool):
        return (not usually,)
    found = (pair for rule in flow.rules.values() for pair in _compared(rule, flow))
    texts = (value for other, value in found if other == name and isinstance(value, str))
    return tuple(dict.fromkeys(value for value in texts if value != usually))


def _free(name: str) -> bool:
    """Whether a fixture may set it; turns and channels come about by themselves."""
    return _head(name) in {"tenant", "dials", "customer", "card"}


def of_slot(flows: FlowSet, slot: str) -> tuple[Probe, ...]:
    """Values of a slot, or of its facts, that rules tell apart."""
    return _by_slot(tuple(flows.flows.values())).get(slot, ())


def looked_at(flows: FlowSet, slot: str) -> frozenset[str]:
    """What rules compare of a slot: names of its facts, "" for its value, "?" if it is there."""
    return _looks(tuple(flows.flows.values())).get(slot, frozenset())


@lru_cache(maxsize=256)
def _looks(flows: tuple[Flow, ...]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for flow in flows:
        for rule in flow.rules.values():
            for name, value in _compared(rule, flow):
                head, _, fact = name.partition(".")
                found.setdefault(head, set()).add(fact if fact or value is not None else "?")
    return {slot: frozenset(facts) for slot, facts in found.items()}


@lru_cache(maxsize=256)
def _by_slot(flows: tuple[Flow, ...]) -> Mapping[str, tuple[Probe, ...]]:
    found: dict[str, dict[Probe, None]] = {}
    for flow in flows:
        for probe in _of_flow(flow):
            found.setdefault(_head(probe.name), {})[probe] = None
    return {slot: tuple(probes) for slot, probes in found.items()}


def value_of(probe: Probe, kind: str) -> Value:
    """The probed slot: with that fact, or with that value itself."""
    fact = probe.name.partition(".")[2]
    if fact:
        return Value(kind, None, {}, {fact: probe.value})
    return Value(kind, probe.value, {"": str(probe.value)})


def reads(node: Expression, slot: str, flow: Flow) -> bool:
    """Whether a rule looks at a slot, itself or by another rule of its flow."""
    return any(
        name == slot or (name in flow.rules and reads(flow.rules[name], slot, flow))
        for name in names(node)
    )


def _head(name: str) -> str:
    return name.partition(".")[0]


def _probes(flows: FlowSet) -> Iterator[Probe]:
    for flow in flows.flows.values():
        yield from _of_flow(flow)


@lru_cache(maxsize=4096)
def _of_flow(flow: Flow) -> tuple[Probe, ...]:
    found = (pair for rule in flow.rules.values() for pair in _compared(rule, flow))
    return tuple(dict.fromkeys(Probe(name, value) for name, value in found if _dotted(name, flow)))


def _dotted(name: str, flow: Flow) -> bool:
    """A fact with its dot, or a slot that only tools fill."""
    made = name in flow.slots and flow.slots[name].step is None
    return "." in name or made


def _compared(node: Expression, flow: Flow) -> Iterator[tuple[str, Scalar]]:
    """Names with values on both sides of what they are compared to."""
    match node:
        case Name(name):
            yield from ((name, True), (name, False)) if "." in name else ()
        case Both(left, right) | Either(left, right):
            yield from _compared(left, flow)
            yield from _compared(right, flow)
        case Not(operand):
            yield from _compared(operand, flow)
        case Is(name):
            yield name, None
        case Binary():
            yield from _sides(node, flow)
        case Literal_() | Several():
            return


def _sides(node: Binary, flow: Flow) -> Iterator[tuple[str, Scalar]]:
    values = list(_values(node.right, flow))
    for name in names(node.left):
        for value in values:
            yield name, value
            yield from ((name, other) for other in _others(value))


def _values(node: Expression, flow: Flow) -> Iterator[Scalar]:
    match node:
        case Literal_(value):
            yield value
        case Name(name) if name in flow.settings:
            usual = flow.settings[name].usually
            yield usual.seconds if isinstance(usual, Duration) else usual
        case Several(items):
            for item in items:
                yield from _values(item, flow)
        case _:
            return


def _others(value: Scalar) -> tuple[Scalar, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int | float):
        return (value + 1, 0)
    return ()
