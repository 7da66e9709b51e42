"""A line of a script as an act."""

from datetime import timedelta

import pytest

from engine.errors import InputError
from ratiba.talk.acts import Event, Says, Taps, Waits, read_act, read_script


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Hi there", Says("Hi there")),
        ("tap: Anna", Taps("Anna")),
        ("tap:staff=anna", Taps("staff=anna")),
        ("event: payment.approve", Event("payment.approve")),
        ("wait: 8m", Waits(timedelta(minutes=8))),
        ("wait:90 s", Waits(timedelta(seconds=90))),
        ("wait for me: 8m", Says("wait for me: 8m")),
        ("meet me at 3: ok?", Says("meet me at 3: ok?")),
    ],
)
def test_acts(line: str, act: object) -> None:
    assert read_act(line) == act


def test_a_span_that_is_none() -> None:
    with pytest.raises(InputError, match="Write 90s, 8m, 2h or 1d"):
        read_act("wait: soon")


def test_a_script_passes_over_comments_and_empty_lines() -> None:
    assert read_script("# a walk\n\nHi\n  tap: 2  \n") == (Says("Hi"), Taps("2"))
