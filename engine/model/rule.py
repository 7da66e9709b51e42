"""Rules as trees: parsed once by `spec`, evaluated by `machine`, never as program text."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.model.value import Scalar

Operator: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*"]


@dataclass(frozen=True, slots=True)
class Name:
    """A slot, a setting, another rule, or a fact of the registry written with its dot."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal_:
    """A number, a text, true or false."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Binary:
    """A comparison or a sum."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Both:
    """`and`."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Either:
    """`or`."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Not:
    """`not`."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Is:
    """`x is empty` (nothing heard, nothing known) or `x is filled` (checked)."""

    name: str
    state: Literal["empty", "filled"]


@dataclass(frozen=True, slots=True)
class Several:
    """`(a, b, c)`, the right side of `in`."""

    items: tuple["Expression", ...]


Expression: TypeAlias = Name | Literal_ | Binary | Both | Either | Not | Is | Several
