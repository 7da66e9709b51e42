"""An upgrade of the flow beneath: what an overlay on it should be looked at for."""

import pytest

from engine.document.reader import read
from engine.document.tree import Document
from engine.spec.layers.conflicts import conflicts
from tests.spec.world import BASE, document

OVERLAY = """ratiba: 1
overlay: mine
flow: visit
title: My visits
settings: {deposit: 50%, slow: 10m}
rules: {is_new: customer.name is empty}
start: {when: is_new}
add:
  plate: {after: which, ask: text}
  bay: {before: book, say: bay}
change:
  sure: {say: mine, confirm: {declined: bay}}
  hold: {when: is_new}
remove: [number]
phrases: {bay: {en: Bay}}
"""
OLD = document(BASE / "visit.yaml")
TEXT = (BASE / "visit.yaml").read_text("utf-8")


def given(text: str) -> Document:
    found = read(text, "mine.yaml")
    assert isinstance(found, Document)
    return found


def told(*edits: tuple[str, str], overlay: str = OVERLAY) -> list[str]:
    text = TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    found = conflicts(OLD, given(text), given(overlay))
    assert all(problem.file == "mine.yaml" for problem in found)
    return [f"{one.line}: {one.key}: {one.fault}" for one in found]


def test_an_upgrade_elsewhere_says_nothing() -> None:
    assert told(("taken, again: [time]", "taken, again: [service]")) == []
    assert told(("{quiet: 30m", "{quiet: 20m")) == []


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            ("title: Book a visit", "title: Book"),
            '4: title: \'title\' was "Book a visit" beneath, and is "Book" now',
        ),
        (
            ("settings: {deposit: 100%}", "settings: {deposit: 20%}"),
            '5: settings.deposit: \'deposit\' of settings was "100%" beneath, and is "20%" now',
        ),
        (
            ("settings: {deposit: 100%}", "settings: {slow: 1h, deposit: 100%}"),
            "5: settings.slow: the flow beneath has 'slow' of settings as well now: \"1h\"",
        ),
        (
            ("intents: [book]", "intents: [book], when: needs_phone"),
            "7: start.when: the flow beneath has 'when' of start as well now: \"needs_phone\"",
        ),
        (
            ("  sure: {", "  bay: {say: taken}\n  sure: {"),
            "10: add.bay: the flow beneath has a step 'bay' of its own now",
        ),
        (
            ("  when: {", "  extra: {say: taken}\n  when: {"),
            "9: add.plate.after: 'which' led to 'when' beneath, and leads to 'extra' now",
        ),
        (
            ("{declined: gone}, say: summary", "{declined: gone}, say: other"),
            '12: change.sure.say: \'say\' of sure was "summary" beneath, and is "other" now',
        ),
        (
            ("{declined: gone}, say: summary", "{declined: book}, say: summary"),
            "12: change.sure.confirm.declined: 'declined' of sure.confirm was \"gone\" beneath, "
            'and is "book" now',
        ),
        (
            ("hold: {do: hold_time,", "hold: {do: hold_time, when: needs_phone,"),
            "13: change.hold.when: the flow beneath has 'when' of hold as well now: "
            '"needs_phone"',
        ),
        (
            (
                "hold: {do: hold_time, exits: {taken: {say: taken, again: [time]}}}",
                "hold: {say: a}",
            ),
            "13: change.hold: step 'hold' was of kind do, and is of kind say now",
        ),
        (
            ("number: {ask: phone, when: needs_phone}", "number: {ask: phone}"),
            '14: remove.0: \'number\' was {"ask": "phone", "when": "needs_phone"} beneath, '
            'and is {"ask": "phone"} now',
        ),
    ],
)
def test_what_both_have_changed_is_told_once(edit: tuple[str, str], message: str) -> None:
    assert told(edit) == [message]


def test_a_step_that_is_gone_is_told_wherever_it_is_named() -> None:
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith("  which:"))
    found = conflicts(OLD, given(text), given(OVERLAY))
    assert [one.fault for one in found] == ["step 'which' is gone from the flow beneath"]
