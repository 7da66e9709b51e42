"""The shipped booking: what would charge a customer without a yes is refused, with the words."""

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from engine.assembly.library import ROOT
from ratiba.checking.outcome import Check
from ratiba.checking.places import home
from ratiba.checking.verdict import Checked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def unconfirmed(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Booking without its confirm, checked as `ratiba check FILE` checks it."""
    text = (ROOT / "flows" / "booking.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("  confirm: {confirm:")]
    assert len(kept) == len(lines) - 1
    path: Path = tmp_path_factory.mktemp("slip") / "booking.yaml"
    path.write_text("".join(kept), encoding="utf-8")
    return Check(ROOT, home(), (path,)).outcome(lambda: nullcontext(lambda words: None))


def test_a_booking_without_its_confirm_is_refused_and_told_once(unconfirmed: Checked) -> None:
    (problem,) = unconfirmed.problems
    assert (problem.sort, problem.key) == ("unconfirmed", "steps.book")


def test_what_stands_on_it_waits_until_it_is_mended(unconfirmed: Checked) -> None:
    assert "verticals/barber" in unconfirmed.unproved
    assert all(one.startswith("verticals/") for one in unconfirmed.unproved)


def test_it_is_refused_with_the_shortest_conversation(unconfirmed: Checked) -> None:
    (fault,) = unconfirmed.problems
    said = [(line.who, line.what) for line in fault.conversation if line.who == "customer"]
    assert said == [("customer", "act:book")]
    words = [line.words for line in fault.conversation]
    assert "names service" in words[0]
    assert words[-2] == "(does tentatively_reserve)"
    assert "is not confirmed" in words[-1]
