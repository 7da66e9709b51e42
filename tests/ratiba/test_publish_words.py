"""How many conversations go on, in one number and in the other."""

import pytest

from ratiba.publishing.telling import checked, refused
from ratiba.terminal.out import console
from tools.publishing.records import Report


@pytest.mark.parametrize(
    ("live", "says"),
    [(1, "1 live conversation goes on."), (2, "2 live conversations go on.")],
)
def test_a_check_counts_as_people_do(
    capsys: pytest.CaptureFixture[str], live: int, says: str
) -> None:
    console.cache_clear()
    assert checked(Report("colours", live=live), json=False) == 0
    assert capsys.readouterr().out == f"Good. 'colours' may be published; {says}\n"


def test_a_refusal_counts_as_people_do(capsys: pytest.CaptureFixture[str]) -> None:
    console.cache_clear()
    refused(Report("colours", stranded=1, live=1), json=False)
    assert "1 of 1 live conversation without a place" in capsys.readouterr().out
