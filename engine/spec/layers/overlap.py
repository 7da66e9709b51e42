"""Exceptions of one setting, written in different layers, that may hold at once."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from engine.document.place import Place, top
from engine.document.problem import Faults, Problem
from engine.document.tree import Document
from engine.model.flow import Flow, FlowSet
from engine.model.rule import Binary, Both, Expression, Is, Literal_, Name, Not, Several
from engine.model.value import Scalar

_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def overlaps(flows: FlowSet, documents: Iterable[Document]) -> Iterator[Problem]:
    """Yield a warning for each pair of exceptions from different files that may both hold."""
    faults = Faults()
    for document in documents:
        root = top(document.root)
        name, section = root.get("flow"), root.get("settings")
        flow = flows.flows.get(name.text) if name else None
        for place in (one for _, one in section.items()) if section and flow else ():
            exceptions = place.get("except")
            if exceptions is not None and flow is not None:
                _look(flow, exceptions, faults)
    yield from faults.problems()


def _look(flow: Flow, exceptions: Place, faults: Faults) -> None:
    written = list(exceptions.items())
    for (above, first), (below, second) in combinations(written, 2):
        if first.at.file == second.at.file or first.value == second.value:
            continue
        if not disjoint(above, below, flow.rules):
            setting = exceptions.key.split(".")[1]
            fault = f"'{above}' and '{below}' may hold at once; then {setting} is {first.value}"
            remedy = f"{second.at.file} says {second.value} on line {second.at.line}"
            faults.add(first.at, first.key, fault, remedy)


def disjoint(one: str, other: str, rules: Mapping[str, Expression]) -> bool:
    """Whether two rules can be seen never to hold together; False: they may."""
    left, right = (list(_parts(Name(name), rules, 8)) for name in (one, other))
    return any(_exclude(a, b) for a in left for b in right)


def _parts(
    tree: Expression, rules: Mapping[str, Expression], depth: int
) -> Iterator[tuple[Expression, bool]]:
    """What must hold for a tree to hold: questions, and whether each is answered by yes."""
    match tree:
        case Both():
            yield from _parts(tree.left, rules, depth)
            yield from _parts(tree.right, rules, depth)
        case Not():
            yield tree.operand, False
        case Name() if tree.name in rules and depth:
            yield tree, True
            yield from _parts(rules[tree.name], rules, depth - 1)
        case _:
            yield tree, True


def _exclude(one: tuple[Expression, bool], other: tuple[Expression, bool]) -> bool:
    (left, yes), (right, too) = one, other
    if left == right:
        return yes is not too
    if not (yes and too):
        return False
    if isinstance(left, Is) and isinstance(right, Is):
        return left.name == right.name
    a, b = _compared(left), _compared(right)
    return a is not None and b is not None and a[0] == b[0] and _apart(a[1:], b[1:])


def _compared(tree: Expression) -> tuple[str, str, tuple[Scalar, ...]] | None:
    """A comparison of a name with constants: name, sign, constants."""
    if not isinstance(tree, Binary):
        return None
    match tree.left, tree.right:
        case Name(name), Literal_(value):
            return name, tree.operator, (value,)
        case Literal_(value), Name(name) if tree.operator in _MIRRORED:
            return name, _MIRRORED[tree.operator], (value,)
        case Name(name), Several(items) if all(isinstance(one, Literal_) for one in items):
            return name, "in", tuple(one.value for one in items if isinstance(one, Literal_))
        case _:
            return None


def _apart(one: tuple[str, tuple[Scalar, ...]], other: tuple[str, tuple[Scalar, ...]]) -> bool:
    """Whether no value passes both comparisons."""
    for (sign, values), (against, others) in ((one, other), (other, one)):
        if sign in {"=", "in"} and not any(_passes(value, against, others) for value in values):
            return True
    (sign, low), (against, high) = one, other
    if sign.startswith("<"):
        (sign, low), (against, high) = other, one
    numbers = isinstance(low[0], int | float) and isinstance(high[0], int | float)
    if not numbers or not sign.startswith(">") or not against.startswith("<"):
        return False
    strict = "=" not in sign or "=" not in against
    return float(low[0] or 0) > float(high[0] or 0) or (strict and low[0] == high[0])


def _passes(value: Scalar, sign: str, others: tuple[Scalar, ...]) -> bool:
    if sign in {"=", "in"}:
        return value in others
    if sign == "!=":
        return value != others[0]
    if not isinstance(value, int | float) or not isinstance(others[0], int | float):
        return False
    bound = others[0]
    return {"<": value < bound, "<=": value <= bound, ">": value > bound}.get(sign, value >= bound)
