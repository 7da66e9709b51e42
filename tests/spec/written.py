"""Rules and documents written down again, to read them back."""

from typing import assert_never

from engine.document.tree import Entry, Leaf, Node, Plain, Series, Table
from engine.model.flow import Origin
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


def written(tree: Expression) -> str:  # noqa: C901, PLR0911 - one line a node
    """A rule as text, with brackets wherever they could matter."""
    match tree:
        case Name():
            return tree.name
        case Is():
            return f"{tree.name} is {tree.state}"
        case Literal_():
            return _literal(tree)
        case Not():
            return f"not {_inside(tree.operand)}"
        case Both():
            return f"{_inside(tree.left)} and {_inside(tree.right)}"
        case Either():
            return f"{_inside(tree.left)} or {_inside(tree.right)}"
        case Binary():
            return f"{_inside(tree.left)} {tree.operator} {_inside(tree.right)}"
        case Several():
            return f"({', '.join(map(_inside, tree.items))})"
        case _:
            assert_never(tree)


def _inside(tree: Expression) -> str:
    text = written(tree)
    return text if isinstance(tree, Name | Literal_ | Several) else f"({text})"


def _literal(tree: Literal_) -> str:
    match tree.value:
        case bool():
            return str(tree.value).lower()
        case str():
            return f'"{tree.value}"'
        case _:
            return str(tree.value)


def tree_of(data: Plain, line: int = 1) -> Node:
    """Plain data as the reader would give it."""
    at = Origin("made.yaml", line)
    match data:
        case dict():
            return Table({k: Entry(at, tree_of(v, line)) for k, v in data.items()}, at)
        case list():
            return Series(tuple(tree_of(item, line) for item in data), at)
        case _:
            return Leaf(data, at)
