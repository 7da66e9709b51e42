"""Entries as every version of the code has written them: each is read by this one.

`shapes/<n>/` holds entries of shape n, never changed afterwards. A new shape adds a folder.
"""

import json
from pathlib import Path

import pytest

from engine.errors import ConflictError
from engine.journal.deeds import on_record
from engine.journal.entry import read_entry
from engine.journal.shape import SHAPE, UPGRADES, Stored, migrate_entry_shape

HERE = Path(__file__).parent / "shapes"
EXAMPLES = sorted(HERE.glob("*/*.json"))


def shape_of(example: Path) -> int:
    return int(example.parent.name)


def stored(example: Path) -> Stored:
    found: Stored = json.loads(example.read_text("utf-8"))
    return found


def test_every_shape_has_examples_and_a_way_to_the_next() -> None:
    assert {shape_of(example) for example in EXAMPLES} == set(range(1, SHAPE + 1))
    assert set(UPGRADES) == set(range(1, SHAPE))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_entry_of_an_older_version_is_read(example: Path) -> None:
    entry, before = read_entry(stored(example)), stored(example)
    assert (entry.shape, before.get("shape", 1)) == (SHAPE, shape_of(example))
    ran = [f"run {call.tool}" for call, _ in entry.ran]
    assert ran == [name for name in before["effects"] if name.startswith("run ")]
    deeds = [deed.name for deed in on_record([entry])]
    assert deeds == [name for name in before["effects"] if not name.startswith("say ")]
    assert (entry.state, list(entry.effects)) == (before["state"], before["effects"])


@pytest.mark.parametrize("name", sorted(path.stem for path in (HERE / "1").glob("*.json")))
def test_what_an_upgrade_makes_is_what_is_written_now(name: str) -> None:
    lifted = migrate_entry_shape(stored(HERE / "1" / f"{name}.json"))
    assert lifted == stored(HERE / "2" / f"{name}.json")


def test_of_two_calls_of_a_tool_the_first_shape_carried_out_the_last() -> None:
    """A time that was taken was asked for first; nothing of that call was written."""
    call = {"tool": "tentatively_reserve", "args": {}, "key": "1.hold.1"}
    lister = {"tool": "get_available_slots", "args": {}, "key": "1.collect_slot"}
    answers = [
        [call, {"outcome": "taken"}],
        [lister, {"outcome": "done"}],
        [call, {"outcome": "held"}],
    ]
    lifted = migrate_entry_shape(
        {"answers": answers, "effects": ["say booking.taken", "run tentatively_reserve"]}
    )
    assert lifted["runs"] == [2]


def test_an_entry_of_newer_code_is_left_alone() -> None:
    with pytest.raises(ConflictError, match=f"shape {SHAPE + 1}, this code knows {SHAPE}"):
        read_entry({"shape": SHAPE + 1})
