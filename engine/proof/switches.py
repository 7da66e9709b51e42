"""Rules made ready for an oracle: what depends on values becomes a switch that is read by name.

`tenant.mpesa_enabled and service.price * deposit > 0` becomes two switches joined by `and`: one
of the conversation, one of the service that is chosen. The rule is then evaluated by the
engine itself; only where it would have read a value it reads a switch.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product

from engine.explore.reading import comparisons, literals, names
from engine.machine.working import rules
from engine.model.flow import Duration, Flow, FlowSet
from engine.model.rule import (
    Binary,
    Both,
    Either,
    Expression,
    Is,
    Literal_,
    Name,
    Not,
    Several,
)
from engine.model.value import Scalar
from engine.spec.language.facts import FAMILIES, HEADS

MARK = "~"
"""Begins the name of a switch; no name of an operator's does."""
HAS = "~has "
FRESH = "~fresh "
REGISTRY = HEADS | frozenset(FAMILIES)
"""Heads of the facts that are no slots."""
TURNS = "conversation.turns"
_MOST_TRIED = 4_000
_ORDINARY: tuple[Scalar, ...] = (None, False, True, 0, 0.5, 1, 2, 1000, "x")


def prepared(flows: FlowSet) -> FlowSet:
    """The same flows, their rules over switches."""
    made = {
        name: replace(flow, rules={key: _over(rule, flow) for key, rule in flow.rules.items()})
        for name, flow in flows.flows.items()
    }
    return replace(flows, flows=made)


def _over(rule: Expression, flow: Flow) -> Expression:  # noqa: PLR0911 - one line a kind
    match rule:
        case Both(left, right):
            return Both(_over(left, flow), _over(right, flow))
        case Either(left, right):
            return Either(_over(left, flow), _over(right, flow))
        case Not(operand):
            return Not(_over(operand, flow))
        case Name(name) if name in flow.settings and isinstance(flow.settings[name].usually, bool):
            return _by_exception(rule, flow, [name])  # an operator may turn it
        case Is(name, state) if "." in name:
            has = Name(_bound(HAS + name, {name.split(".")[0]}))
            return Not(has) if state == "empty" else has
        case Binary("!=", left, right):
            return Not(_over(Binary("=", left, right), flow))
        case Binary() | Name():
            return _by_exception(
                rule, flow, [name for name in names(rule) if name in flow.settings]
            )
        case _:
            return rule


def _by_exception(
    atom: Binary | Name, flow: Flow, settings: Sequence[str], case: str = ""
) -> Expression:
    """A switch for each exception of the settings that an atom names: which holds may change."""
    if not settings:
        return _switch(atom, flow, case)
    name, *others = settings
    found = _by_exception(atom, flow, others, case)
    for rule, value in reversed(flow.settings[name].except_):
        truth = _decided(atom, flow, name, value)
        case_of_it = _by_exception(atom, flow, others, f"{case} [{rule}]")
        then = case_of_it if truth is None else Literal_(truth)
        found = Either(Both(Name(rule), then), Both(Not(Name(rule)), found))
    return found


def _decided(atom: Binary | Name, flow: Flow, name: str, value: Scalar | Duration) -> bool | None:
    """The truth of a comparison that an exception settles: of a deposit of 0 % nothing is due.

    What a caller may give instead settles nothing.
    """
    if flow.start.called or isinstance(value, Duration) or not isinstance(atom, Binary):
        return None
    fixed = _put(atom, name, Literal_(value))
    facts = {one for one in names(fixed) if "." in one}
    return _constant(fixed, flow, facts) if facts and isinstance(fixed, Binary) else None


def _put(node: Expression, name: str, value: Literal_) -> Expression:
    """An expression with a value in the place of a name."""
    match node:
        case Name(found) if found == name:
            return value
        case Binary(operator, left, right):
            return Binary(operator, _put(left, name, value), _put(right, name, value))
        case _:
            return node


def _switch(atom: Binary | Name, flow: Flow, case: str = "") -> Expression:
    """What replaces one comparison or one bare name."""
    facts = {name for name in names(atom) if "." in name}
    if isinstance(atom, Name) and atom.name in flow.settings:
        return Name(f"oracle.{MARK}{flow.name} {atom.name}{case}")
    if not facts or facts <= {TURNS}:
        return atom
    if isinstance(atom, Name) and atom.name.split(".")[0] not in REGISTRY:
        return Name(_bound(MARK + atom.name, {atom.name.split(".")[0]}))
    constant = _constant(atom, flow, facts)
    if constant is not None:
        return Literal_(constant)
    heads = {name.split(".")[0] for name in facts} - REGISTRY
    plain = {name for name in names(atom) if "." not in name and name in flow.slots}
    settings = any(name in flow.settings for name in names(atom))
    words = MARK + (f"{flow.name} " if settings else "") + shown(atom) + case
    if len(heads | plain) > 1 or TURNS in facts:
        return Name(f"oracle.{FRESH}{words}")
    return Name(_bound(words, heads))


def _bound(words: str, heads: set[str]) -> str:
    """A switch of the one slot that it is about, else of the conversation.

    A dot within the name would end the head early; the engine splits at the first only.
    """
    head = next(iter(heads - REGISTRY), "oracle")
    return f"{head}.{words}"


def _constant(atom: Binary | Name, flow: Flow, facts: set[str]) -> bool | None:
    """The truth of a comparison that is the same whatever the facts are."""
    if not isinstance(atom, Binary) or _plain_slots(atom, flow):
        return None
    domains = {name: _around(atom) for name in sorted(facts)}
    domains |= {name: _settings(flow, name) for name in names(atom) if name in flow.settings}
    size = reduce(lambda most, one: most * len(one), domains.values(), 1)
    if size > _MOST_TRIED or set(names(atom)) - set(domains):
        return None
    found = {
        bool(rules.value(atom, Fixed(dict(zip(domains, values, strict=True)))))
        for values in product(*domains.values())
    }
    return found.pop() if len(found) == 1 else None


def _plain_slots(atom: Expression, flow: Flow) -> bool:
    return any("." not in name and name in flow.slots for name in names(atom))


def _settings(flow: Flow, name: str) -> tuple[Scalar, ...]:
    """What a setting may be: what it is, and what an operator or a caller may make of it."""
    setting = flow.settings[name]
    own = [setting.usually, *(value for _, value in setting.except_)]
    plain = [one if isinstance(one, bool | int | float | str) else 60 for one in own]
    return (*plain, *_ORDINARY)


def _around(atom: Expression) -> tuple[Scalar, ...]:
    """Values that tell the comparison apart: its own literals, a little less, a little more."""
    near: list[Scalar] = list(_ORDINARY)
    for literal in literals(atom):
        near.append(literal)
        if isinstance(literal, int | float) and not isinstance(literal, bool):
            near += [literal - 1, literal + 1]
    return tuple(dict.fromkeys(near))


@dataclass(frozen=True, slots=True)
class Fixed:
    """Names with fixed values."""

    values: Mapping[str, Scalar]

    def scalar(self, name: str) -> Scalar:
        """The value given; None if there is none."""
        return self.values.get(name)

    def is_empty(self, name: str) -> bool:
        """Whether nothing is given."""
        return self.values.get(name) is None

    def is_filled(self, name: str) -> bool:
        """Whether something is given."""
        return self.values.get(name) is not None


def domains(flows: FlowSet) -> Mapping[str, tuple[Scalar, ...]]:
    """Values that rules tell apart, by slot: `size = 'large'` knows "large" and everything else.

    Of values that every comparison holds for alike one stands for all: 14 and 15 are the same
    to `party > 15`.
    """
    found: dict[str, dict[Scalar, None]] = {}
    asked: dict[str, list[Expression]] = {}
    for flow in flows.flows.values():
        for atom in (one for rule in flow.rules.values() for one in comparisons(rule)):
            for name in names(atom):
                if "." not in name and name not in flow.rules and name not in flow.settings:
                    found.setdefault(name, {}).update(dict.fromkeys(_told_apart(atom)))
                    asked.setdefault(name, []).append(atom)
    kept = {name: _unlike(name, tuple(values), asked[name]) for name, values in found.items()}
    return {name: values for name, values in kept.items() if values}


def _unlike(name: str, values: tuple[Scalar, ...], atoms: list[Expression]) -> tuple[Scalar, ...]:
    """The first of all values that no comparison tells apart; all, if one reads more than them.

    Values like any other answer are left out: that one is tried anyway.
    """
    if any(set(names(atom)) != {name} for atom in atoms):
        return values
    classes: dict[tuple[bool, ...], Scalar] = {}
    for value in (MARK, *values):
        alike = tuple(bool(rules.value(atom, Fixed({name: value}))) for atom in atoms)
        classes.setdefault(alike, value)
    return tuple(classes.values())[1:]


def read_facts(flows: FlowSet) -> frozenset[str]:
    """The slots of whose values rules ask facts."""
    return frozenset(
        name.split(".")[0]
        for flow in flows.flows.values()
        for rule in flow.rules.values()
        for name in names(rule)
        if "." in name
    )


def _told_apart(atom: Expression) -> Iterator[Scalar]:
    for literal in literals(atom):
        yield literal
        if isinstance(literal, int | float) and not isinstance(literal, bool):
            yield literal - 1
            yield literal + 1


def shown(node: Expression) -> str:  # noqa: C901, PLR0911 - one line a kind
    """A comparison as it is written."""
    match node:
        case Name(name):
            return name
        case Literal_(value):
            return repr(value)
        case Binary(operator, left, right):
            return f"{shown(left)} {operator} {shown(right)}"
        case Several(items):
            return f"({', '.join(map(shown, items))})"
        case Is(name, state):
            return f"{name} is {state}"
        case Not(operand):
            return f"not {shown(operand)}"
        case Both(left, right):
            return f"{shown(left)} and {shown(right)}"
        case Either(left, right):
            return f"{shown(left)} or {shown(right)}"
