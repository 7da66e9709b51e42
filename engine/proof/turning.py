"""Where comparisons turn: what settles one for good, and the values on each side of it.

Nothing here tries a handful of values and takes the rest for the same: what arithmetic does not
show is not known, and whoever asks must then count with both answers.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import ceil, floor, isfinite
from typing import TypeAlias

from engine.machine.working import rules
from engine.model.flow import Duration, Flow
from engine.model.ordered import is_clock, is_day
from engine.model.reading import names
from engine.model.rule import Binary, Expression, Literal_, Name, Operator, Several
from engine.model.value import Scalar
from engine.proof.fixed import NOTHING, Fixed

Linear: TypeAlias = tuple[float, float]
"""What a name is multiplied by, and what is added to it."""
_SUMS: frozenset[Operator] = frozenset({"+", "-", "*"})
_MAY_BE_NO = frozenset({"number", "flag"})
"""Kinds of answer of which one counts as no."""
_NONE_OF_IT: tuple[Scalar, ...] = (0, None)
"""What 0 times something comes to: 0, or nothing known."""


def settled(atom: Expression) -> bool | None:
    """The truth of a comparison that is the same whatever its names stand for; None: it may turn.

    Only what is written settles it: values on both sides, or a factor of 0.
    """
    if not isinstance(atom, Binary):
        return None
    left, right = _possible(atom.left), _possible(atom.right)
    if left is None or right is None:
        return None
    found = {
        bool(rules.value(Binary(atom.operator, Literal_(one), Literal_(other)), NOTHING))
        for one, other in product(left, right)
    }
    return found.pop() if len(found) == 1 else None


def _possible(node: Expression) -> tuple[Scalar, ...] | None:
    """All that a side may come to; None where that depends on what is not written."""
    match node:
        case Literal_(value):
            return (value,)
        case Binary(operator, left, right) if operator in _SUMS:
            return _sums(operator, _possible(left), _possible(right))
        case _:
            return None


def _sums(
    operator: Operator, left: tuple[Scalar, ...] | None, right: tuple[Scalar, ...] | None
) -> tuple[Scalar, ...] | None:
    if operator == "*" and any(one is not None and not any(one) for one in (left, right)):
        return _NONE_OF_IT
    if left is None or right is None:
        return None
    sums = (Binary(operator, Literal_(a), Literal_(b)) for a, b in product(left, right))
    return tuple(rules.value(one, NOTHING) for one in sums)


def steady(atom: Expression, name: str, first: int) -> bool:
    """Whether a number from `first` on no longer turns a comparison of it with what is written."""
    found = sides(atom, name)
    if found is None:
        return False
    beyond = (one for one in found if isinstance(one, int) and one >= first)
    return len({rules.holds(atom, Fixed({name: one})) for one in (first, *beyond)}) == 1


def told(atom: Expression, flow: Flow) -> tuple[Scalar, ...] | None:
    """Values of the one slot in a comparison, on each side of where it turns.

    Returns:
        None where it is not known where it turns: of two slots, of a setting that a caller gives.
    """
    found = set(names(atom))
    settings = sorted(found & set(flow.settings))
    slots = [name for name in found if name not in flow.settings and "." not in name]
    if len(slots) != 1 or slots[0] in flow.rules or len(found) > len(settings) + 1:
        return None
    if settings and flow.start.called:
        return None
    if isinstance(atom, Name):
        slot = flow.slots.get(slots[0])
        return (False,) if slot and slot.type.name in _MAY_BE_NO else ()
    values: dict[Scalar, None] = {}
    for written in _written(atom, flow, settings):
        more = sides(written, slots[0])
        if more is None:
            return None
        values.update(dict.fromkeys(more))
    return tuple(values)


def _written(atom: Expression, flow: Flow, settings: list[str]) -> Iterator[Expression]:
    """A comparison with each value that its settings have, in their place."""
    if not settings:
        yield atom
        return
    setting = flow.settings[settings[0]]
    for value in (setting.usually, *(one for _, one in setting.except_)):
        plain = value.seconds if isinstance(value, Duration) else value
        yield from _written(put(atom, settings[0], Literal_(plain)), flow, settings[1:])


def put(node: Expression, name: str, value: Literal_) -> Expression:
    """An expression with a value in the place of a name."""
    match node:
        case Name(found) if found == name:
            return value
        case Binary(operator, left, right):
            return Binary(operator, put(left, name, value), put(right, name, value))
        case Several(items):
            return Several(tuple(put(item, name, value) for item in items))
        case _:
            return node


def sides(atom: Expression, name: str) -> tuple[Scalar, ...] | None:
    """Values of a name on each side of where a comparison turns, and there; None: not known."""
    match atom:
        case Name(found) if found == name:
            return (0, 1)
        case Binary("in", Name(found), Several(items)) if found == name:
            if any(not isinstance(item, Literal_) for item in items):
                return None
            written = (item.value for item in items if isinstance(item, Literal_))
            return tuple(value for one in written for value in _around(one))
        case Binary(_, Name(found), Literal_(value)) | Binary(_, Literal_(value), Name(found)) if (
            found == name
        ):
            return _around(value)
        case Binary(_, left, right):
            return _solved(_linear(left, name), _linear(right, name))
        case _:
            return None


def _solved(left: Linear | None, right: Linear | None) -> tuple[Scalar, ...] | None:
    """The whole numbers around the one at which two sides are equal."""
    if left is None or right is None:
        return None
    factor, rest = left[0] - right[0], right[1] - left[1]
    if factor == 0 or not isfinite(rest / factor):
        return (0,) if factor == 0 else None
    return _around(rest / factor)


def _linear(node: Expression, name: str) -> Linear | None:
    """An expression of one name as a factor and what is added; None if it is none."""
    match node:
        case Name(found) if found == name:
            return 1, 0
        case Literal_(value) if isinstance(value, int | float):
            return 0, value
        case Binary("*", left, right):
            return _scaled(_linear(left, name), _linear(right, name))
        case Binary(("+" | "-") as operator, left, right):
            one, other = _linear(left, name), _linear(right, name)
            sign = 1 if operator == "+" else -1
            return one and other and (one[0] + sign * other[0], one[1] + sign * other[1])
        case _:
            return None


def _scaled(one: Linear | None, other: Linear | None) -> Linear | None:
    if one is None or other is None or (one[0] and other[0]):
        return None
    (factor, rest), (_, by) = (one, other) if one[0] else (other, one)
    return factor * by, rest * by


def _around(value: Scalar) -> tuple[Scalar, ...]:
    """A value, a little less and a little more: customers count in whole numbers."""
    if isinstance(value, bool) or value is None:
        return (value,)
    if isinstance(value, str):
        return (value, *_beside(value))
    low, high = floor(value), ceil(value)
    return tuple(dict.fromkeys((low - 1, low, low + 1, high, high + 1, value)))


def _beside(text: str) -> Iterator[str]:
    """The minutes beside a time of day, the days beside a day."""
    if is_clock(text):
        minutes = int(text[:2]) * 60 + int(text[3:])
        near = (one for one in (minutes - 1, minutes + 1) if 0 <= one < 24 * 60)
        yield from (f"{one // 60:02}:{one % 60:02}" for one in near)
    elif is_day(text):
        yield from ((date.fromisoformat(text) + timedelta(one)).isoformat() for one in (-1, 1))
