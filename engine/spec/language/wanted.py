"""Shapes and values in words, for messages."""

from collections.abc import Iterable
from typing import assert_never

from engine.document.problem import suggest
from engine.document.tree import Leaf, Node, Series, Table
from engine.spec.language.names import Form
from engine.spec.language.shape import (
    AnyScalar,
    ByKind,
    Either,
    Exactly,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    OrNothing,
    Shape,
    Switch,
    Text,
    Word,
)

SHOWN = 40
"""Characters of a value that a message repeats."""
FEW = 3
"""Words that `or` still joins."""


def found(node: Node) -> str:
    """Say what stands in a file."""
    match node:
        case Series():
            return "is a list" if node.items else "is an empty list"
        case Table():
            return "is a block of keys" if node.entries else "is an empty block"
        case Leaf(value=None):
            return "is empty"
        case Leaf(value=bool()):
            return f"is {str(node.value).lower()}"
        case Leaf():
            shown = " ".join(str(node.value).split())
            shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}..."
            return f"is '{shown}'" if isinstance(node.value, str) else f"is {shown}"
        case _:
            assert_never(node)


def wanted(shape: Shape) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a shape
    """Say what to write."""
    match shape:
        case Named():
            return wanted(shape.shape)
        case OrNothing():
            return f"{wanted(shape.shape)}, or null"
        case Word():
            return shape.form.wanted
        case Text() | ListOf() | MapOf():
            return shape.wanted
        case Switch():
            return "true or false"
        case Number():
            kind = "a whole number" if shape.whole else "a number"
            return f"{kind} from {_digits(shape.least)} to {_digits(shape.most)}"
        case OneOf():
            return listed(shape.words)
        case Exactly():
            return str(shape.number)
        case AnyScalar():
            return "a text, a number, true or false"
        case Fields():
            return f"{shape.what}, such as {{{', '.join(f'{name}: ...' for name in _few(shape))}}}"
        case Either():
            return f"{wanted(shape.word)}, or {wanted(shape.long)}"
        case ByKind():
            return f"a step: one of {', '.join(shape.kinds)} and its fields"
        case _:
            assert_never(shape)


def listed(words: Iterable[str]) -> str:
    """Return a few words joined by or, many as a list."""
    all_ = list(words)
    return " or ".join(all_) if len(all_) <= FEW else f"one of {', '.join(all_)}"


def complaint(form: Form, word: str) -> tuple[str, str]:
    """Say what is wrong with a word that does not have a form, and what to write."""
    if form.words:
        return "is not known here", suggest(word, form.words)
    if word in form.refused:
        return "is a word of YAML or of the language", "Choose another name"
    return "is written in another way", f"Write {form.wanted}"


def _digits(number: float) -> str:
    """A bound as people write it: 10000000, not 1e+07."""
    return str(int(number)) if float(number).is_integer() else str(number)


def _few(shape: Fields) -> list[str]:
    needed = [name for name, field in shape.fields.items() if field.needed]
    return needed or [*shape.one_of[:1], *shape.any_of[:1]] or list(shape.fields)[:2]
