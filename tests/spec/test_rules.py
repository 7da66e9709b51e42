"""The grammar of rules."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from engine.spec.language.names import RESERVED
from engine.spec.rules.rules import parse_rule
from engine.spec.rules.tokens import MAX_RULE, RuleError
from tests.spec.written import written


def parsed(text: str) -> Expression:
    tree = parse_rule(text)
    assert not isinstance(tree, RuleError), f"{tree.fault} at {tree.column}"
    return tree


A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a or b and c", Either(A, Both(B, C))),
        ("(a or b) and c", Both(Either(A, B), C)),
        ("not a and b", Both(Not(A), B)),
        ("not (a and b)", Not(Both(A, B))),
        ("a and b and c", Both(Both(A, B), C)),
        ("a + b * c = 1", Binary("=", Binary("+", A, Binary("*", B, C)), Literal_(1))),
        ("a - b - c = 1", Binary("=", Binary("-", Binary("-", A, B), C), Literal_(1))),
        ("(a + b) * c != 1", Binary("!=", Binary("*", Binary("+", A, B), C), Literal_(1))),
        ("-a < -1.5", Binary("<", Binary("-", Literal_(0), A), Literal_(-1.5))),
        ("a >= 50%", Binary(">=", A, Literal_(0.5))),
        ("a=100%", Binary("=", A, Literal_(1))),
        (
            "a in ('x', \"y\", 3)",
            Binary("in", A, Several((Literal_("x"), Literal_("y"), Literal_(3)))),
        ),
        ("a.b is empty or a.b.c is filled", Either(Is("a.b", "empty"), Is("a.b.c", "filled"))),
        ("  a\n = 'it is and or'  ", Binary("=", A, Literal_("it is and or"))),
        ("true", Literal_(value=True)),
        ("a = false", Binary("=", A, Literal_(value=False))),
    ],
)
def test_precedence_is_that_of_everyday_sums(text: str, tree: Expression) -> None:
    assert parsed(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "a b", "a =", "= a", "a and", "and a", "a not b", "not", "a in b", "a in ()"),
        *("a in (b", "a in (b,)", "a is", "a is not empty", "1 is empty", "'a", "a == 1", "a && b"),
        *("a[0] = 1", "a.b() = 1", "f(a) = 1", "a := 1", "__import__('os')", "a.__class__()"),
        *("a ; b", "a % 2 = 0", "a / 2 = 1", "a ** 2 = 4", "A = 1", "a = 1 = 2", "lambda: 1"),
        *("a < b < c", "1", "'x'", "a + b", "a and 1", "not 'x'", "(a = b) + 1 = 2", "0x1 = a"),
        *("a = 1.", "a = .5", "a = 1e5", "a = 12ab", "é = 1", "a = \u0661", "a\x00 = 1", "{{ a }}"),
        *("(" * 21 + "a" + ")" * 21, "not " * 21 + "a", "a = " + "-" * 21 + "1", "a" * 201),
    ],
)
def test_what_is_no_rule_is_refused_with_its_column(text: str) -> None:
    found = parse_rule(text)
    assert isinstance(found, RuleError)
    assert 1 <= found.column <= MAX_RULE + 1
    assert found.fault


names = st.from_regex(r"[a-z][a-z0-9_]{0,5}(\.[a-z][a-z0-9_]{0,5})?", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
literals = st.one_of(
    st.integers(0, 10**6),
    st.integers(0, 10**6).map(lambda number: number / 100),
    st.text("abc xyz'", max_size=8).filter(lambda text: '"' not in text),
).map(Literal_)
truths = st.booleans().map(Literal_)


def _values(below: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    signs = st.sampled_from(["+", "-", "*"])
    return st.builds(lambda s, a, b: Binary(cast("Operator", s), a, b), signs, below, below)


values = st.recursive(st.one_of(names.map(Name), literals), _values, max_leaves=4)
signs = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
questions = st.one_of(
    names.map(Name),
    truths,
    st.builds(Is, names, st.sampled_from(["empty", "filled"])),
    st.builds(lambda s, a, b: Binary(cast("Operator", s), a, b), signs, values, values),
    st.builds(
        lambda a, items: Binary("in", a, Several(tuple(items))),
        values,
        st.lists(values, min_size=1, max_size=3),
    ),
)
trees = st.recursive(
    questions,
    lambda below: st.one_of(
        st.builds(Both, below, below), st.builds(Either, below, below), st.builds(Not, below)
    ),
    max_leaves=6,
)


@given(trees)
def test_a_tree_that_is_written_down_is_read_back(tree: Expression) -> None:
    text = written(tree)
    if len(text) <= MAX_RULE:
        assert parsed(text) == tree


@given(st.text(max_size=220))
def test_any_text_is_a_rule_or_told_why_not(text: str) -> None:
    found = parse_rule(text)
    assert not isinstance(found, RuleError) or found.fault


SOME = ("a", "b", "1", "'x'", "(", ")", "and", "or", "not", "in", "is", "empty", "=", "-", "50%")


@given(st.lists(st.sampled_from(SOME)))
def test_any_words_of_rules_are_a_rule_or_told_why_not(words: list[str]) -> None:
    found = parse_rule(" ".join(words))
    if not isinstance(found, RuleError):
        assert parsed(written(found)) == found
