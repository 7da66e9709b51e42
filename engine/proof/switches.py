"""Rules made ready for an oracle: what depends on values becomes a switch that is read by name.

`tenant.mpesa_enabled and service.price * deposit > 0` becomes two switches joined by `and`: one
of the conversation, one of the service that is chosen. The rule is then evaluated by the
engine itself; only where it would have read a value it reads a switch.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from engine.machine.working import rules
from engine.model.flow import Duration, Flow, FlowSet
from engine.model.reading import names, parts
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
from engine.proof.fixed import NOTHING, Fixed
from engine.proof.turning import put, settled, steady, told
from engine.spec.language.facts import FAMILIES, HEADS

MARK = "~"
"""Begins the name of a switch; no name of an operator's does."""
HAS = "~has "
FRESH = "~fresh "
REGISTRY = HEADS | frozenset(FAMILIES)
"""Heads of the facts that are no slots."""
TURNS = "conversation.turns"
MANY = 2
"""Messages of the customer from which on they are not counted (`situation.settle`)."""
_COUNTED = frozenset({TURNS, "conversation.interrupted"})
"""What the engine reads of the conversation itself: free, but where all of it is known."""
_PASSING = re.compile(r"\b(?:calendar|customer|dials)\.")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


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
    fixed = put(atom, name, Literal_(value))
    return settled(fixed) if any("." in one for one in names(fixed)) else None


def _switch(atom: Binary | Name, flow: Flow, case: str = "") -> Expression:
    """What replaces one comparison or one bare name."""
    if isinstance(atom, Name) and atom.name in flow.settings:
        return Name(f"oracle.{MARK}{flow.name} {atom.name}{case}")
    if _plain(atom, flow):
        return atom
    found = set(names(atom))
    facts = {name for name in found if "." in name}
    heads = {name.split(".")[0] for name in facts} - REGISTRY
    if isinstance(atom, Name) and heads:
        return Name(_bound(MARK + atom.name, heads))
    if (truth := settled(atom)) is not None:
        return Literal_(truth)
    slots = {name for name in found - facts if name not in {*flow.settings, *flow.rules}}
    words = MARK + (f"{flow.name} " if found & set(flow.settings) else "") + shown(atom) + case
    free = len(heads) > 1 or slots - heads or facts & _COUNTED or found & set(flow.rules)
    if free or not facts or (heads and rules.holds(atom, NOTHING)):
        return Name(f"oracle.{FRESH}{words}")
    return Name(_bound(words, heads))


def _plain(atom: Binary | Name, flow: Flow) -> bool:
    """Whether the engine reads all of it as it is: answers that are told apart, and what it counts.

    Of the customer's messages the first is known from the others, and no more (`MANY`).
    """
    found = set(names(atom))
    facts = {name for name in found if "." in name}
    if not facts:
        return not found - {*flow.settings, *flow.rules} or told(atom, flow) is not None
    return found == {TURNS} and steady(atom, TURNS, MANY)


@cache
def passing(switch: str) -> bool:
    """Whether what a switch stands for may turn by itself between two turns: time goes on.

    What the business itself has set (`tenant.*`) is taken for set as long as a conversation lasts.
    """
    return _PASSING.search(_QUOTED.sub("", switch)) is not None


def _bound(words: str, heads: set[str]) -> str:
    """A switch of the one slot that it is about, else of the conversation.

    A dot within the name would end the head early; the engine splits at the first only.
    """
    head = next(iter(heads - REGISTRY), "oracle")
    return f"{head}.{words}"


def domains(flows: FlowSet) -> Mapping[str, tuple[Scalar, ...]]:
    """Values that rules tell apart, by slot: `size = 'large'` knows "large" and everything else.

    Of values that every comparison holds for alike one stands for all: 14 and 15 are the same
    to `party > 15`.
    """
    found: dict[str, dict[Scalar, None]] = {}
    asked: dict[str, list[Expression]] = {}
    for flow in flows.flows.values():
        for atom in (one for rule in flow.rules.values() for one in _atoms(rule)):
            for name in names(atom):
                if "." not in name and name not in flow.rules and name not in flow.settings:
                    found.setdefault(name, {}).update(dict.fromkeys(told(atom, flow) or ()))
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


def _atoms(rule: Expression) -> Iterator[Expression]:
    """The comparisons and bare names of a rule."""
    if isinstance(rule, Binary | Name):
        yield rule
    else:
        for part in parts(rule):
            yield from _atoms(part)


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
