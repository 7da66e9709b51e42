"""What a rule may put in order: numbers, times of day, and days."""

import pytest

from engine.machine.working.rules import holds
from engine.model.value import Scalar
from engine.spec.rules.rules import parse_rule
from engine.spec.rules.tokens import RuleError


class Names:
    """An environment of plain facts."""

    def __init__(self, **facts: Scalar) -> None:
        self._facts = facts

    def scalar(self, name: str) -> Scalar:
        return self._facts.get(name)

    def is_empty(self, name: str) -> bool:
        return self._facts.get(name) is None

    def is_filled(self, name: str) -> bool:
        return self._facts.get(name) is not None


def answer(rule: str, **facts: Scalar) -> bool:
    tree = parse_rule(rule)
    assert not isinstance(tree, RuleError), tree.fault
    return holds(tree, Names(**facts))


@pytest.mark.parametrize(
    ("at", "inside"), [("17:29", False), ("17:30", True), ("19:59", True), ("20:00", False)]
)
def test_a_clock_lies_between_two_others(at: str, *, inside: bool) -> None:
    rule = "at >= '17:30' and at < until"
    assert answer(rule, at=at, until="20:00") is inside


def test_the_end_of_the_day_is_after_every_clock() -> None:
    assert answer("at < '24:00'", at="23:59")


@pytest.mark.parametrize("at", [None, 17, "soon", "9:00", "25:00"])
def test_what_is_no_clock_has_no_order(at: Scalar) -> None:
    assert not answer("at >= '08:00'", at=at)
    assert not answer("at < '08:00'", at=at)


@pytest.mark.parametrize(
    ("on", "before"), [("2027-02-13", True), ("2027-02-14", False), ("2026-12-31", True)]
)
def test_a_day_lies_before_another(on: str, *, before: bool) -> None:
    assert answer("on < '2027-02-14'", on=on) is before
    assert answer("on >= '2027-02-14'", on=on) is not before


@pytest.mark.parametrize("on", [None, 20270214, "2027-02-30", "08:00", "soon", "2027-2-1"])
def test_what_is_no_day_has_no_order(on: Scalar) -> None:
    assert not answer("on >= '2027-02-14'", on=on)
    assert not answer("on < '2027-02-14'", on=on)
