"""What a release says was proved: trusted where it fits, held against the truth, never a lie."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ratiba.checking.record import FILE
from ratiba.checking.trust import Record
from tests.ratiba.checking.conftest import Copy
from tests.ratiba.conftest import Ratiba

BARBER = "verticals/barber"


def _recorded(copy: Copy) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((copy.root / FILE).read_text("utf-8"))["layers"]
    return found


def _claim(copy: Copy, layer: str, **entry: object) -> None:
    path = copy.root / FILE
    found = json.loads(path.read_text("utf-8"))
    found["layers"][layer] |= entry
    path.write_text(json.dumps(found), "utf-8")


def _told(copy: Copy) -> list[str]:
    return [str(problem) for problem in copy.check(record=Record.CHECK).problems]


@pytest.fixture
def recorded(shipped: Copy) -> Copy:
    """A copy with its record, and nothing kept of a check."""
    shipped.check(record=Record.WRITE)
    for path in (shipped.home / "looks").iterdir():
        path.unlink()
    shipped.judged = 0
    return shipped


def test_what_is_recorded_need_not_be_found_out(copies: Callable[[], Copy]) -> None:
    written, cloned = copies(), copies()
    found = written.check(record=Record.WRITE)
    (cloned.root / FILE).write_bytes((written.root / FILE).read_bytes())
    (cloned.home / "proofs").unlink()
    assert (cloned.check(), cloned.judged) == (found, 0)


def test_it_is_the_same_wherever_it_is_written(copies: Callable[[], Copy]) -> None:
    one, other = copies(), copies()
    for copy in (one, other):
        copy.check(record=Record.WRITE)
    assert (one.root / FILE).read_bytes() == (other.root / FILE).read_bytes()


def test_it_fits_what_was_just_written(recorded: Copy) -> None:
    assert _told(recorded) == []


def test_one_vertical_that_changed_is_found_out_alone(recorded: Copy) -> None:
    recorded.write(f"{BARBER}/vertical.yaml", "ratiba: 1", "ratiba: 1 ")
    assert (recorded.check().problems, len(recorded.looks())) == ((), 1)


def test_a_proof_that_still_stands_is_not_made_again(recorded: Copy) -> None:
    """Another price changes no conversation: nothing is explored, though no proof is kept."""
    (recorded.home / "proofs").unlink()
    recorded.write(f"{BARBER}/vertical.yaml", "ratiba: 1", "ratiba: 1 ")
    assert recorded.check().problems == ()
    assert not (recorded.home / "proofs").exists()


@pytest.mark.parametrize(
    ("claim", "words"),
    [({"situations": 3}, "situations"), ({"proof": "0" * 64}, "proof"), ({"moves": 0}, "moves")],
    ids=["situations", "the proof", "moves"],
)
def test_a_lie_is_told_by_name(recorded: Copy, claim: Mapping[str, object], words: str) -> None:
    _claim(recorded, BARBER, **claim)
    assert _told(recorded) == [
        f"flows/proved.json:1: layers.{BARBER}: is not what is found: {words}. "
        "Write it anew: ratiba check --record write."
    ]


def test_what_was_believed_is_not_recorded_anew(recorded: Copy) -> None:
    truth = _recorded(recorded)[BARBER]["situations"]
    _claim(recorded, BARBER, situations=3)
    recorded.write(f"{BARBER}/vertical.yaml", "ratiba: 1", "ratiba: 1 ")
    recorded.check()
    recorded.check(record=Record.WRITE)
    assert _recorded(recorded)[BARBER]["situations"] == truth != 3


def test_what_is_held_against_the_record_is_not_taken_from_it(recorded: Copy) -> None:
    _claim(recorded, "shipped", situations=1)
    assert recorded.check().situations != 1  # its own proof says it, of each vertical
    assert recorded.check(record=Record.CHECK).situations > 1


@pytest.mark.parametrize("torn", ["", "[]", '{"layers": 1}', '{"layers": {"shipped": {}}}'])
def test_a_torn_record_is_none(recorded: Copy, torn: str) -> None:
    found = recorded.check(record=Record.CHECK)
    (recorded.root / FILE).write_text(torn, "utf-8")
    assert recorded.check() == found
    assert [line.partition(":")[0] for line in _told(recorded)] == [FILE]


def test_a_stale_record_names_the_command_that_writes_it(recorded: Copy) -> None:
    recorded.write(f"{BARBER}/vertical.yaml", "ratiba: 1", "ratiba: 1 ")
    assert _told(recorded) == [
        f"flows/proved.json:1: {BARBER}: was written for other files, or by another engine. "
        "Write it anew: ratiba check --record write."
    ]
    recorded.check(record=Record.WRITE)
    assert _told(recorded) == []


def test_a_fault_is_never_recorded(recorded: Copy) -> None:
    before = _recorded(recorded)
    recorded.write(f"{BARBER}/vertical.yaml", "ratiba: 1", "ratiba: 1\nno_such_key: 1")
    assert recorded.check(record=Record.WRITE).problems
    assert _recorded(recorded) == before
    assert recorded.check().problems


def test_a_part_has_no_record(ratiba: Ratiba) -> None:
    ran = ratiba("check", "--record", "write", ".")
    assert (ran.code, ran.out) == (2, "")
    assert "Name no path" in ran.err
    assert ratiba("check", "--record", "check", "--tenants").code == 2
