"""`chat` with a business that offers what goes with a booking: transcripts in both languages."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ratiba.conftest import Ratiba
from tests.ratiba.test_chat import NOW, PILOT, SECRETS, holds, read

TRANSCRIPTS = sorted((Path(__file__).parent / "offers").glob("*.txt"))
SET = ["name=Ratiba Spa Pilot", "dials.cross_sell_aggressiveness=0.6", *SECRETS]


@pytest.fixture
def forward(on_database: Ratiba) -> Ratiba:
    options = [part for setting in SET for part in ("--set", setting)]
    ran = on_database("tenant", "add", "forward", "--vertical", "spa", *PILOT, *options)
    assert ran.code == 0, ran.err
    return on_database


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_offer(forward: Ratiba, path: Path, tmp_path: Path) -> None:
    expected = list(read(path))
    script = tmp_path / "script.txt"
    script.write_text("\n".join(one.act for one in expected), "utf-8")
    options = ["--script", str(script), "--from", "+254712345678", "--now", NOW, "--json"]
    ran = forward("chat", "-t", "forward", *options)
    assert ran.code == 0, ran.err
    turns: list[dict[str, Any]] = [json.loads(line) for line in ran.out.splitlines()]
    missed = [
        f"turn {turn['turn']}, {one.act!r}: no {mark} {words!r} in {json.dumps(turn)}"
        for one, turn in zip(expected, turns, strict=True)
        for mark, words in one.marks
        if not holds(mark, words, turn)
    ]
    assert not missed, "\n".join(missed)
