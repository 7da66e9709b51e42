"""Rules from text to trees: an own grammar, read once from left to right.

either   : both ("or" both)*
both     : denial ("and" denial)*
denial   : "not" denial | question
question : sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum
               | "in" "(" sum ("," sum)* ")" | "is" ("empty" | "filled")]
sum      : product (("+" | "-") product)*
product  : sign ("*" sign)*
sign     : "-" sign | number | share | text | "true" | "false" | name | "(" either ")"
"""

from typing import get_args

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
from engine.spec.language.amounts import share
from engine.spec.rules.tokens import RuleError, Token, tokens

MAX_DEPTH = 20
"""Brackets, `not` and signs within each other."""
_COMPARES: dict[str, Operator] = {
    sign: sign for sign in get_args(Operator) if sign in {"=", "!=", "<", "<=", ">", ">="}
}
_SUMS: dict[str, Operator] = {"+": "+", "-": "-"}


def parse_rule(text: str) -> Expression | RuleError:
    """Read a rule: a question whose answer is yes or no.

    Returns:
        The tree, or what is wrong with the text.
    """
    try:
        parser = _Parser(list(tokens(text)))
        tree = parser.either()
        parser.finish()
        _asks(tree, 1)
    except RuleError as error:
        return error
    return tree


class _Parser:
    """One pass over the words of one rule."""

    def __init__(self, words: list[Token]) -> None:
        self._words = words
        self._at = 0
        self._depth = 0

    def either(self) -> Expression:
        start = self._word.column
        tree = self._both()
        while self._take("or"):
            right = self._word.column
            tree = Either(_asks(tree, start), _asks(self._both(), right))
        return tree

    def finish(self) -> None:
        if self._word.sort != "end":
            raise self._unexpected("and, or, or nothing")

    def _both(self) -> Expression:
        start = self._word.column
        tree = self._denial()
        while self._take("and"):
            right = self._word.column
            tree = Both(_asks(tree, start), _asks(self._denial(), right))
        return tree

    def _denial(self) -> Expression:
        if self._take("not"):
            start = self._word.column
            self._deeper()
            tree = Not(_asks(self._denial(), start))
            self._depth -= 1
            return tree
        return self._question()

    def _question(self) -> Expression:
        start = self._word.column
        left = self._sum()
        sign = self._word
        if sign.text == "==" and sign.sort == "sign":
            raise RuleError(sign.column, "'==' is no part of a rule", "Write one =")
        if sign.sort == "sign" and sign.text in _COMPARES:
            self._at += 1
            right = self._word.column
            tree = Binary(_COMPARES[sign.text], _holds(left, start), _holds(self._sum(), right))
            return self._single(tree)
        if self._take("in"):
            return self._single(Binary("in", _holds(left, start), self._several()))
        if self._take("is"):
            return self._single(self._state(left, start))
        return left

    def _single(self, tree: Expression) -> Expression:
        word = self._word
        if (word.sort == "sign" and word.text in _COMPARES) or self._is("in") or self._is("is"):
            raise RuleError(word.column, "compares more than two things", "Join them by and")
        return tree

    def _several(self) -> Expression:
        self._expect("(")
        items = [self._item()]
        while self._take(","):
            items.append(self._item())
        self._expect(")")
        return Several(tuple(items))

    def _item(self) -> Expression:
        start = self._word.column
        return _holds(self._sum(), start)

    def _state(self, left: Expression, column: int) -> Expression:
        if not isinstance(left, Name):
            raise RuleError(column, "only a name can be empty or filled", "Name a slot or fact")
        if self._take("empty"):
            return Is(left.name, "empty")
        if self._take("filled"):
            return Is(left.name, "filled")
        raise self._unexpected("empty or filled")

    def _sum(self) -> Expression:
        start = self._word.column
        tree = self._product()
        while self._word.sort == "sign" and (operator := _SUMS.get(self._word.text)):
            self._at += 1
            right = self._word.column
            tree = Binary(operator, _holds(tree, start), _holds(self._product(), right))
        return tree

    def _product(self) -> Expression:
        start = self._word.column
        tree = self._sign()
        while self._take("*"):
            right = self._word.column
            tree = Binary("*", _holds(tree, start), _holds(self._sign(), right))
        return tree

    def _sign(self) -> Expression:
        if self._take("-"):
            start = self._word.column
            self._deeper()
            value = _holds(self._sign(), start)
            self._depth -= 1
            return _negative(value)
        if self._take("("):
            self._deeper()
            tree = self.either()
            self._expect(")")
            self._depth -= 1
            return tree
        return self._value()

    def _value(self) -> Expression:
        word = self._word
        self._at += 1
        match word.sort:
            case "number":
                return Literal_(float(word.text) if "." in word.text else int(word.text))
            case "share" if (number := share(word.text)) is not None:
                return Literal_(number)
            case "text":
                return Literal_(word.text[1:-1])
            case "name" if word.text in {"true", "false"}:
                return Literal_(word.text == "true")
            case "name" if word.text not in {"and", "or", "not", "in", "is", "empty", "filled"}:
                return Name(word.text)
            case _:
                self._at -= 1
                raise self._unexpected("a name or a value")

    @property
    def _word(self) -> Token:
        return self._words[min(self._at, len(self._words) - 1)]

    def _is(self, text: str) -> bool:
        return self._word.text == text and self._word.sort in {"name", "sign"}

    def _take(self, text: str) -> bool:
        taken = self._is(text)
        self._at += taken
        return taken

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self._unexpected(f"'{text}'")

    def _unexpected(self, instead: str) -> RuleError:
        word = self._word
        return RuleError(word.column, f"{word.shown} cannot stand here", f"Write {instead}")

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            fault = f"is nested more than {MAX_DEPTH} deep"
            raise RuleError(self._word.column, fault, "Make two rules of it")


def _negative(value: Expression) -> Expression:
    if isinstance(value, Literal_) and isinstance(value.value, int | float):
        return Literal_(-value.value)
    return Binary("-", Literal_(0), value)


def _is_question(tree: Expression) -> bool:
    match tree:
        case Binary():
            return tree.operator not in {"+", "-", "*"}
        case Literal_() | Several():
            return False
        case _:
            return not isinstance(tree, Name)


def _asks(tree: Expression, column: int) -> Expression:
    """A side of `and`, `or`, `not`: yes or no."""
    number = isinstance(tree, Literal_) and not isinstance(tree.value, bool)
    if number or (isinstance(tree, Binary) and not _is_question(tree)):
        raise RuleError(column, "is a value, no question", "Compare it: x > 0")
    return tree


def _holds(tree: Expression, column: int) -> Expression:
    """A side of a comparison or sum: a value."""
    if _is_question(tree):
        raise RuleError(column, "is a question, no value", "Give it a rule of its own")
    return tree
