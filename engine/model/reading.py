"""Rules read without a conversation: the names, the values and the comparisons in them."""

from collections.abc import Iterator

from engine.model.rule import Binary, Both, Either, Expression, Is, Literal_, Name, Not, Several
from engine.model.value import Scalar


def parts(node: Expression) -> tuple[Expression, ...]:
    """What an expression is put together of; nothing of a name or a value."""
    match node:
        case Binary(_, left, right) | Both(left, right) | Either(left, right):
            return (left, right)
        case Not(operand):
            return (operand,)
        case Several(items):
            return items
        case _:
            return ()


def names(node: Expression) -> Iterator[str]:
    """Every name in an expression."""
    if isinstance(node, Name | Is):
        yield node.name
    for part in parts(node):
        yield from names(part)


def literals(node: Expression) -> Iterator[Scalar]:
    """Every value written in an expression."""
    if isinstance(node, Literal_):
        yield node.value
    for part in parts(node):
        yield from literals(part)


def comparisons(rule: Expression) -> Iterator[Binary]:
    """What a rule joins by and, or and not."""
    match rule:
        case Both(left, right) | Either(left, right):
            yield from (*comparisons(left), *comparisons(right))
        case Not(operand):
            yield from comparisons(operand)
        case Binary():
            yield rule
