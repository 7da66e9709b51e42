"""Evaluate a rule's tree. Linear in its size; every operand is plain data."""

from collections.abc import Callable
from operator import add, ge, gt, le, lt, mul, sub
from typing import Protocol, assert_never

from engine.model.ordered import is_clock, is_day
from engine.model.rule import (
    Binary,
    Both,
    Either,
    Expression,
    Is,
    Literal_,
    Name,
    Not,
    Operator,
    Several,
)
from engine.model.value import Scalar

_ORDER: dict[Operator, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_SUM: dict[Operator, Callable[[float, float], float]] = {"+": add, "-": sub, "*": mul}


class Environment(Protocol):
    """What names mean here."""

    def scalar(self, name: str) -> Scalar:
        """The value of a slot, setting, rule or fact; None if there is none."""
        ...

    def is_empty(self, name: str) -> bool:
        """Nothing heard and nothing known."""
        ...

    def is_filled(self, name: str) -> bool:
        """Checked, or made by a tool."""
        ...


def holds(rule: Expression, env: Environment) -> bool:
    """Whether `rule` is true; what is unknown makes no comparison true."""
    return bool(value(rule, env))


def value(node: Expression, env: Environment) -> Scalar:
    """The value of a (sub)expression; several items on their own have none."""
    match node:
        case Literal_(constant):
            return constant
        case Name(name):
            return env.scalar(name)
        case Binary():
            return _binary(node, env)
        case Several():
            return None
        case _:
            return _truth(node, env)


def _truth(node: Both | Either | Not | Is, env: Environment) -> bool:
    match node:
        case Both(left, right):
            return holds(left, env) and holds(right, env)
        case Either(left, right):
            return holds(left, env) or holds(right, env)
        case Not(operand):
            return not holds(operand, env)
        case Is(name, state):
            return env.is_empty(name) if state == "empty" else env.is_filled(name)
    assert_never(node)


def _binary(node: Binary, env: Environment) -> Scalar:
    left = value(node.left, env)
    if isinstance(node.right, Several):
        return node.operator == "in" and left in [value(item, env) for item in node.right.items]
    right = value(node.right, env)
    if node.operator in {"=", "!="}:
        return (left == right) is (node.operator == "=")
    if node.operator == "in":
        return left is not None and left == right
    return _numeric(node.operator, left, right)


def _numeric(operator: Operator, left: Scalar, right: Scalar) -> Scalar:
    """An unknown or wordy operand: no order holds, no sum exists; clocks and days have an order."""
    if operator in _ORDER and is_clock(left) and is_clock(right):
        return _ORDER[operator](_minutes(left), _minutes(right))
    if operator in _ORDER and is_day(left) and is_day(right):
        return _ORDER[operator](_number(left), _number(right))
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return False if operator in _ORDER else None
    if operator in _ORDER:
        return _ORDER[operator](left, right)
    return _SUM[operator](left, right)


def _minutes(value: Scalar) -> int:
    hour, _, minute = str(value).partition(":")
    return int(hour) * 60 + int(minute)


def _number(day: Scalar) -> int:
    return int(str(day).replace("-", ""))
