"""What a rule puts in order: numbers, times of day, days. An order of anything else never holds."""

from collections.abc import Iterator

from engine.document.place import Place
from engine.model.facts import FACTS, FLAG, NUMBER, TEXT
from engine.model.ordered import is_clock, is_day
from engine.model.rule import Binary, Both, Either, Expression, Literal_, Name, Not
from engine.model.value import Scalar
from engine.spec.language.amounts import typed
from engine.spec.parts.scope import Scope

_ORDERS = frozenset({"<", "<=", ">", ">="})
_CLOCK, _DAY = "clock", "day"
_NUMBERS = frozenset({NUMBER, "money"})
_WORDS = {
    NUMBER: "a number",
    _CLOCK: "a time of day",
    _DAY: "a day",
    FLAG: "yes or no",
    TEXT: "a text",
}
_NO_ORDER = frozenset({TEXT, FLAG})


def check_orders(scope: Scope, place: Place, tree: Expression) -> None:
    """Note each order of a rule that can never hold."""
    for atom in _compared(tree):
        if atom.operator in _ORDERS and (fault := _fault(scope, atom)):
            remedy = "Put numbers, times of day ('17:30') or days ('2027-02-14') in order"
            scope.add(place, fault, f"{remedy}; compare anything else by = or in")


def _compared(tree: Expression) -> Iterator[Binary]:
    match tree:
        case Both(left, right) | Either(left, right):
            yield from (*_compared(left), *_compared(right))
        case Not(operand):
            yield from _compared(operand)
        case Binary():
            yield tree


def _fault(scope: Scope, atom: Binary) -> str | None:
    sides = [next(iter(_kinds(scope, one)), None) for one in (atom.left, atom.right)]
    for one, kind in zip((atom.left, atom.right), sides, strict=True):
        if kind in _NO_ORDER:
            return f"{_shown(one)} is {_WORDS[kind]}, which has no order"
    left, right = sides
    if left is None or right is None or left == right:
        return None
    return f"puts {_WORDS[left]} and {_WORDS[right]} in order"


def _kinds(scope: Scope, node: Expression) -> Iterator[str]:
    """What a side is, one of `_WORDS`; nothing where that is not known."""
    match node:
        case Literal_(value):
            yield _of(value)
        case Binary():
            yield NUMBER
        case Name(name) if name in FACTS:
            yield _among(FACTS[name].kind)
        case Name(name) if "." in name:
            head, _, fact = name.partition(".")
            declared = (one.facts.get(head, {}).get(fact) for one in scope.world.tools.values())
            yield from (_among(kind) for kind in declared if kind is not None)
        case Name(name) if (setting := scope.draft.section("settings").get(name)) is not None:
            usual = setting.get("usually") or setting
            found = typed(usual.value)
            yield NUMBER if not isinstance(found, bool | str) else _of(found)
        case Name(name) if name in scope.own:
            yield _among(scope.own[name].type)
        case _:
            return


def _of(value: Scalar) -> str:
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, int | float):
        return NUMBER
    return _CLOCK if is_clock(value) else _DAY if is_day(value) else TEXT


def _among(kind: str) -> str:
    """A kind of fact or answer as one of `_WORDS`: names, moments and phones are texts here."""
    return NUMBER if kind in _NUMBERS else kind if kind in _WORDS else TEXT


def _shown(node: Expression) -> str:
    match node:
        case Name(name):
            return f"'{name}'"
        case Literal_(value):
            return f"'{value}'"
        case _:
            return "a side"
