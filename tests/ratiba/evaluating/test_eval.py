"""`eval`: sets are found, scored and told; what cannot be read is told all at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ratiba.conftest import Ratiba

NOW = "2026-06-10T10:30:00+03:00"
TIMES = (
    {"id": "t1", "text": "kesho saa tatu asubuhi", "now": NOW, "action": "resolve",
     "gold": "2026-06-11T09:00", "grain": "minute", "lang": "sw"},
    {"id": "t2", "text": "tomorrow at 3pm", "now": NOW, "action": "resolve",
     "gold": "2026-06-11T03:00", "grain": "minute"},
)  # fmt: skip
"""The second one's answer is wrong, so that something is silently wrong."""
INTENTS = (
    {"id": "i1", "text": "yes please", "map": "affirm"},
    {"id": "i2", "text": "the moon is made of cheese", "map": None},
)
Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(name: str, *records: object) -> Path:
        path = tmp_path / "sets" / name
        path.parent.mkdir(exist_ok=True)
        lines = (one if isinstance(one, str) else json.dumps(one) for one in records)
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    return write


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_folder_is_told_set_by_set(written: Write, ratiba: Ratiba) -> None:
    written("acts.jsonl", *INTENTS)
    folder = written("times.jsonl", *TIMES).parent
    ran = ratiba("eval", str(folder), "--json", "--worst", "3")
    assert ran.code == 0, ran.err
    acts, times = objects(ran.out)
    assert (acts["kind"], acts["n"], acts["right"]) == ("intents", 2, 2)
    assert (acts["ours"], acts["kept out"]) == (1.0, 1.0)
    assert (times["set"], times["right"], times["wrong"]) == ("times", 1, 1)
    assert times["groups"]["sw"] == {"n": 1, "right": 1, "asked": 0, "missed": 0, "wrong": 0}
    (worst,) = times["worst"]
    assert worst["at"].endswith("times.jsonl:2")
    assert worst["detail"] == "2026-06-11T15:00, not 2026-06-11T03:00"
    assert times["p99_ms"] >= times["p50_ms"] > 0


def test_people_read_tables_and_examples(written: Write, ratiba: Ratiba) -> None:
    ran = ratiba("eval", str(written("times.jsonl", *TIMES)))
    assert ran.code == 0, ran.err
    assert "times, a set of times" in ran.out
    assert "1 x resolve minute -> resolve another minute" in ran.out
    assert "wrong  tomorrow at 3pm" in ran.out
    assert max(map(len, ran.out.splitlines())) < 160
    assert "50.0%" in ran.out


def test_every_nth_record(written: Write, ratiba: Ratiba) -> None:
    (told,) = objects(ratiba("eval", str(written("t.jsonl", *TIMES)), "--json", "--every", "2").out)
    assert (told["n"], told["wrong"]) == (1, 0)


def test_a_state_hears(written: Write, ratiba: Ratiba) -> None:
    path = written("acts.jsonl", *INTENTS)
    assert ratiba("eval", str(path), "--state", "CONFIRM", "--json").code == 0
    ran = ratiba("eval", str(path), "--state", "CONFRIM")
    assert (ran.code, ran.out) == (2, "")
    assert "Write 'CONFIRM'" in ran.err


def test_a_business_hears_with_its_own_names(written: Write, on_database: Ratiba) -> None:
    on_database("tenant", "add", "my_salon", "--vertical", "salon")
    ran = on_database("eval", str(written("t.jsonl", *TIMES)), "--tenant", "my_salon", "--json")
    assert ran.code == 0, ran.err
    assert objects(ran.out)[0]["right"] == 1


def test_every_fault_is_told_at_once(written: Write, ratiba: Ratiba) -> None:
    broken = {**TIMES[0], "action": "guess"}
    first = written("a.jsonl", TIMES[0], "{", broken)
    written("b.jsonl", INTENTS[0], {**INTENTS[1], "map": "afirm"})
    ran = ratiba("eval", str(first.parent))
    assert ran.code == 2
    assert f"{first}:2: is no JSON. Write one object a line." in ran.out
    assert f"{first}:3: action: " in ran.out
    assert "b.jsonl:2: map: no intent 'afirm' is placed. Write 'affirm'" in ran.out


def test_files_of_no_kind_are_passed_over(written: Write, ratiba: Ratiba) -> None:
    alone = written("payloads.jsonl", {"body": "{}"})
    ran = ratiba("eval", str(alone))
    assert ran.code == 2
    assert "No set is in" in ran.err
    written("times.jsonl", *TIMES)
    ran = ratiba("eval", str(alone.parent))
    assert ran.code == 0
    assert "Not scored, of no kind known here: payloads.jsonl" in ran.out


def test_a_path_that_is_none(ratiba: Ratiba) -> None:
    ran = ratiba("eval", "nowhere")
    assert ran.code == 2
    assert "There is no nowhere." in ran.err
