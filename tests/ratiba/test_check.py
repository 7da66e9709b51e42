"""`check`: what is shipped is sound, and what is broken is named by file and line."""

import json
import re
from pathlib import Path

import pytest

from tests.ratiba.conftest import Ratiba

ROOT = Path(__file__).parents[2]


def test_what_is_shipped_has_no_problem(ratiba: Ratiba) -> None:
    ran = ratiba("check")
    assert ran.code == 0
    assert all(line.startswith("ratiba: proving ") for line in ran.err.splitlines()), ran.err
    assert re.fullmatch(r"No problem in \d+ files: \d+ flows, .* tools; \d+ ms\n", ran.out)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The booking flow with a slip of the pen."""
    source = (ROOT / "flows" / "booking.yaml").read_text()
    path = tmp_path / "booking.yaml"
    path.write_text(source.replace("unpaid: abandoned", "unpaid: abandond"))
    return path


def test_a_slip_is_named_with_its_line(ratiba: Ratiba, broken: Path) -> None:
    lines = broken.read_text().splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "abandond" in text)
    ran = ratiba("check", str(broken))
    assert ran.code == 1
    problem, summary = ran.out.strip().split("\n")
    assert problem == (
        f"{broken}:{line}: steps.payment.exits.unpaid: no step or flow is called 'abandond'. "
        "Write 'abandoned'."
    )
    assert summary.startswith("1 problem in ")


def test_programs_get_the_same_as_json(ratiba: Ratiba, broken: Path) -> None:
    ran = ratiba("check", str(broken), "--json")
    problem, summary = map(json.loads, ran.out.splitlines())
    assert problem["key"] == "steps.payment.exits.unpaid"
    assert problem["remedy"] == "Write 'abandoned'"
    assert (summary["problems"], ran.code) == (1, 1)
