"""The words of a rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

MAX_RULE = 200
"""Characters of one rule."""

Sort: TypeAlias = Literal["number", "share", "text", "name", "sign", "end"]

_TOKEN = re.compile(
    r"(?P<share>[0-9]+(?:\.[0-9]+)?%)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)(?![a-z0-9_.])"
    r"|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<name>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)"
    r"|(?P<sign><=|>=|!=|==|[=<>()+,*-])",
    re.ASCII,
)
_SPACE = re.compile(r"[ \t\r\n]*")


class RuleError(Exception):
    """A rule that cannot be read.

    Attributes:
        column: where in the rule, counted from 1.
    """

    def __init__(self, column: int, fault: str, remedy: str = "") -> None:
        super().__init__(fault)
        self.column = column
        self.fault = fault
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign; `column` counts from 1."""

    sort: Sort
    text: str
    column: int

    @property
    def shown(self) -> str:
        """How a message names it."""
        return "the end" if self.sort == "end" else f"'{self.text}'"


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a rule, and at last its end.

    Raises:
        RuleError: too long, or a sign that rules do not have.
    """
    if len(text) > MAX_RULE:
        raise RuleError(MAX_RULE, f"has {len(text)} characters", f"Write at most {MAX_RULE}")
    at = _space(text, 0)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _stranger(text[at], at + 1)
        yield Token(_sort(match.lastgroup), match[0], at + 1)
        at = _space(text, match.end())
    yield Token("end", "", len(text) + 1)


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _sort(group: str | None) -> Sort:
    match group:
        case "share" | "number" | "text" | "name" | "sign":
            return group
        case _:
            return "end"


def _stranger(sign: str, column: int) -> RuleError:
    if sign in "'\"":
        return RuleError(column, "a text is left open", "Close the quotes")
    return RuleError(column, f"'{sign}' is no part of a rule", _hint(sign))


def _hint(sign: str) -> str:
    if sign == "/":
        return "Multiply instead: * 0.5"
    if sign in "&|!":
        return "Write and, or, not"
    if sign.isdigit():
        return "A number stands alone; a text stands in quotes"
    if sign.isupper():
        return "Names have small letters; a text stands in quotes"
    return ""
