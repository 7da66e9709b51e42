"""What a value may look like, as data: the checks and the JSON Schema are two readings of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.model.flow import Kind
from engine.spec.language.names import Form


@dataclass(frozen=True, slots=True)
class Word:
    """A text of a certain form."""

    form: Form


@dataclass(frozen=True, slots=True)
class Text:
    """Any text of up to `most` characters."""

    most: int
    wanted: str = "a text"


@dataclass(frozen=True, slots=True)
class Switch:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds; `whole`: one that counts."""

    least: float
    most: float
    whole: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words, each with what it means (or "")."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Exactly:
    """This number: the format."""

    number: int


@dataclass(frozen=True, slots=True)
class AnyScalar:
    """A setting's or argument's value: text, number, true or false."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list that is not empty; with `unique` no word in it comes twice."""

    item: "Shape"
    most: int
    wanted: str
    unique: bool = True


@dataclass(frozen=True, slots=True)
class MapOf:
    """Names that the operator chooses, each with a value of one shape; never empty."""

    key: Form
    value: "Shape"
    most: int
    wanted: str


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a block.

    Attributes:
        title: its label in a form.
        says: what it does: help in a form, hover in an editor.
        everyday: whether a form shows it first.
    """

    title: str
    says: str
    shape: "Shape"
    needed: bool = False
    everyday: bool = True


@dataclass(frozen=True, slots=True)
class Fields:
    """A block of fixed keys.

    Attributes:
        what: the block with its article: "a timer".
        one_of: exactly one of these is there. any_of: at least one. most_one: at most one.
    """

    what: str
    fields: Mapping[str, Field]
    one_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    most_one: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One shape for a word, another for a list or table: told apart by what stands there."""

    word: "Shape"
    long: "Shape"


@dataclass(frozen=True, slots=True)
class ByKind:
    """A step: the first of the kinds' keys that it has says which block it is.

    Attributes:
        prefix: of the kinds' `$def`s: "" or "added_".
    """

    kinds: Mapping[Kind, Fields] = field(default_factory=dict)
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class OrNothing:
    """A value, or null, which takes away what stands beneath."""

    shape: "Shape"


@dataclass(frozen=True, slots=True)
class Named:
    """A shape with a `$def` of its own."""

    name: str
    shape: "Shape"


Shape: TypeAlias = (
    "Word | Text | Switch | Number | OneOf | Exactly | AnyScalar"
    " | ListOf | MapOf | Fields | Either | ByKind | Named | OrNothing"
)
