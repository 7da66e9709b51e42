"""Hundreds of ways to say each thing, in English, Swahili and Sheng: which of them are heard."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from engine.model.understanding import Standing, Understanding
from tests.nlu.scenes import BOOKING, SUMMARY, decided, heard, hearing

FILE = Path(__file__).with_name("phrasings.txt")
HEADING = re.compile(r"\[(.+) at (\w+)\]")
PLACES = {
    "fresh": hearing(),
    "summary": hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15)),
    "who": hearing("staff", kind="ask"),
}
LEAST = 0.98
"""What is heard of all; what is not heard is asked again, and nothing else may be done for it."""
DOES = frozenset({"book", "cancel", "reschedule", "affirm", "handoff", "opt_out"})
"""Acts that change something."""
BESIDE = {
    "affirm": {"book"},
    "deny": {"stop"},
    "stop": {"deny", "cancel"},
    "change": {"deny"},
    "any": {"book"},
}
"""What leads to the same there."""


def phrasings() -> Iterator[tuple[str, str, str]]:
    """What each phrase is to be heard as, where, and the phrase."""
    act = place = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        heading = HEADING.fullmatch(line)
        if heading:
            act, place = heading.groups()
        elif line and not line.startswith("#"):
            yield from ((act, place, phrase.strip()) for phrase in line.split("|"))


ALL = tuple(phrasings())


def acts_of(said: Understanding) -> set[str]:
    """The acts that decide, and `any` where it was left to us who serves."""
    left = {"any"} if any(m.type == "staff" and m.value == "*" for m in said.mentions) else set()
    return decided(said) | left


@pytest.mark.parametrize("act", sorted({act for act, _, _ in ALL}))
def test_what_is_said_is_heard(act: str) -> None:
    said = {(phrase, where): acts_of(heard(phrase, PLACES[where])) for one, where, phrase in ALL
            if one == act}  # fmt: skip
    wanted = {*act.split()}
    missed = [
        phrase
        for (phrase, _), found in said.items()
        if not (wanted <= found or found & BESIDE.get(act, set()))
    ]
    assert len(missed) <= max((1 - LEAST) * len(said), 1), missed


@pytest.mark.parametrize("act", sorted({act for act, _, _ in ALL}))
def test_nothing_is_done_that_was_not_said(act: str) -> None:
    allowed = {*act.split(), *BESIDE.get(act, set())}
    wrong = [
        (phrase, found)
        for one, where, phrase in ALL
        if one == act and (found := acts_of(heard(phrase, PLACES[where])) & DOES - allowed)
    ]
    assert not wrong


@pytest.mark.parametrize("standing", [BOOKING, replace(BOOKING, chooses_time=False)])
def test_to_speak_of_no_booking_begins_none(standing: Standing) -> None:
    for _, where, phrase in ALL:
        if where == "who":
            context = hearing("staff", kind="ask", standing=standing)
            assert not decided(heard(phrase, context)) & {"cancel", "affirm"}, phrase
