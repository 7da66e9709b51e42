"""`chat`: whole conversations through the real engine, as transcripts.

A line of a transcript: `>` an act, `=` the state it leads to, `<` words of a reply, `[` the chips,
`$` a prompt on the phone, `*` an effect.
"""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.ratiba.conftest import Ratiba

ROOT = Path(__file__).parents[2]
TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
NOW = "2026-06-01T09:00"
"""A Monday."""
PHONE = "+254712345678"
PILOT = ["--whatsapp-number-id", "1", "--mpesa-shortcode", "174379"]
SECRETS = ["mpesa_passkey=p", "mpesa_consumer_key=k", "mpesa_consumer_secret=s"]


@dataclass
class Expected:
    act: str
    marks: list[tuple[str, str]] = field(default_factory=list)


def read(path: Path) -> Iterator[Expected]:
    turn: Expected | None = None
    for line in path.read_text("utf-8").splitlines():
        mark, _, words = line.partition(" ")
        if mark == ">":
            if turn:
                yield turn
            turn = Expected(words)
        elif turn:
            turn.marks.append((mark, words))
    if turn:
        yield turn


def holds(mark: str, words: str, turn: dict[str, Any]) -> bool:
    said = " ".join(reply["text"] for reply in turn["replies"])
    match mark:
        case "=":
            return bool(turn["state"] == words)
        case "<":
            return words in said
        case "[":
            chips = [chip["label"] for reply in turn["replies"] for chip in reply["quick_replies"]]
            return chips == words.split(" | ")
        case "$":
            return words in turn["prompts"]
        case _:
            return words in turn["effects"]


@pytest.fixture
def spa(on_database: Ratiba) -> Ratiba:
    options = [part for secret in ["name=Ratiba Spa Pilot", *SECRETS] for part in ("--set", secret)]
    ran = on_database("tenant", "add", "spa_pilot", "--vertical", "spa", *PILOT, *options)
    assert ran.code == 0, ran.err
    return on_database


@pytest.fixture
def talked(spa: Ratiba, tmp_path: Path) -> Any:
    """Run acts as a script, as one customer; gives a turn for each."""

    def run(*acts: str, phone: str = PHONE) -> list[dict[str, Any]]:
        script = tmp_path / "script.txt"
        script.write_text("\n".join(acts), "utf-8")
        options = ["--script", str(script), "--from", phone, "--now", NOW, "--json"]
        ran = spa("chat", "-t", "spa_pilot", *options)
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]

    return run


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(talked: Any, path: Path) -> None:
    expected = list(read(path))
    turns = talked(*(one.act for one in expected))
    missed = [
        f"turn {turn['turn']}, {one.act!r}: no {mark} {words!r} in {json.dumps(turn)}"
        for one, turn in zip(expected, turns, strict=True)
        for mark, words in one.marks
        if not holds(mark, words, turn)
    ]
    assert not missed, "\n".join(missed)


def test_what_is_booked_and_paid_is_in_the_rows(talked: Any, fresh_database_url: str) -> None:
    *_, last = talked("haircut tomorrow at 3pm", "yes", "event: payment.approve")
    assert last["slots"]["service"] == "haircut"
    assert last["slots"]["time"] == "2026-06-02T15:00"
    with psycopg.connect(fresh_database_url) as session:
        query = "select status, customer_phone from tenant_spa_pilot.appointments"
        assert session.execute(query).fetchall() == [("confirmed", PHONE)]
        query = "select amount_kes, state, mpesa_receipt is not null from tenant_spa_pilot.payments"
        assert session.execute(query).fetchall() == [(1500, "settled", True)]
        query = "select count(*) from tenant_spa_pilot.outbox where state <> 'sent'"
        assert session.execute(query).fetchone() == (0,)


def test_a_taken_opening_is_told_with_others(talked: Any, fresh_database_url: str) -> None:
    talked("haircut tomorrow at 3pm", "yes", "event: payment.approve", phone="+254712000009")
    (turn,) = talked("haircut tomorrow at 3pm")
    assert turn["state"] == "COLLECT_SLOT"
    chips = [chip["label"] for reply in turn["replies"] for chip in reply["quick_replies"]]
    assert chips
    assert "15:00" not in chips
    with psycopg.connect(fresh_database_url) as session:
        query = "select count(*) from tenant_spa_pilot.appointments where status <> 'confirmed'"
        assert session.execute(query).fetchone() == (0,)


def test_nothing_stays_held_after_a_no(talked: Any, fresh_database_url: str) -> None:
    talked("haircut tomorrow at 3pm", "no")
    with psycopg.connect(fresh_database_url) as session:
        query = "select count(*) from tenant_spa_pilot.appointment_resources where live"
        assert session.execute(query).fetchone() == (0,)


def test_a_turn_has_every_key(talked: Any) -> None:
    (turn,) = talked("Hi")
    assert list(turn) == [
        "turn", "state", "flow", "intent", "confidence", "language", "slots", "replies", "effects",
        "ms", "prompts",
    ]  # fmt: skip
    assert (turn["turn"], turn["flow"], turn["intent"]) == (1, "start", "greeting")
    assert list(turn["replies"][0]) == ["text", "quick_replies"]
    assert list(turn["replies"][0]["quick_replies"][0]) == ["label", "value"]


def test_bubbles_without_colour_when_nobody_watches(spa: Ratiba, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("Hi\ntap: 1\n")
    ran = spa("chat", "-t", "spa_pilot", "--script", str(script))
    assert ran.code == 0
    assert "╭" in ran.out
    assert "[Book an appointment]" in ran.out
    assert "→ COLLECT_SERVICE" in ran.out
    assert "\x1b" not in ran.out


def test_in_a_script_too_a_number_is_a_tap(spa: Ratiba, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("Hi\n1\n")
    ran = spa("chat", "-t", "spa_pilot", "--script", str(script), "--json")
    states = [json.loads(line)["state"] for line in ran.out.splitlines()]
    assert states == ["GREET", "COLLECT_SERVICE"]


def test_lines_on_stdin_are_acts_and_numbers_are_taps(spa: Ratiba) -> None:
    ran = spa("chat", "-t", "spa_pilot", "--json", stdin="Hi\n1\nevent: nothing\nhaircut\n")
    states = [json.loads(line)["state"] for line in ran.out.splitlines()]
    assert states == ["GREET", "COLLECT_SERVICE", "COLLECT_SLOT"]
    assert "No event 'nothing'. There are: payment.approve" in ran.err
    assert ran.code == 0


def test_a_person_at_a_terminal(spa: Ratiba, tmp_path: Path) -> None:
    """Typed words are drawn anew as a bubble, in colour; Ctrl-D ends."""
    ours, theirs = os.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    chat = subprocess.Popen(
        [sys.executable, "-m", "ratiba", "chat", "-t", "spa_pilot"],
        stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=env, cwd=tmp_path,
    )  # fmt: skip
    os.close(theirs)
    shown = Shown(ours)
    try:
        shown.until("> ")
        os.write(ours, b"Hi\r")
        shown.until("3 Talk to a person")
        os.write(ours, b"1\r")
        shown.until("COLLECT_SERVICE")
        shown.until("> ", after="COLLECT_SERVICE")
        os.write(ours, b"\x04")
        assert chat.wait(20) == 0
    finally:
        chat.kill()
        chat.wait()
    os.close(ours)
    assert "\x1b[1A\x1b[2K" in shown.text
    assert "\x1b[32m" in shown.text


class Shown:
    """What a terminal was sent."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self.text = ""

    def until(self, words: str, *, after: str = "") -> None:
        while words not in self.text.rpartition(after)[2] if after else words not in self.text:
            assert select.select([self._terminal], [], [], 20)[0], self.text
            self.text += os.read(self._terminal, 4096).decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-t", "nobody"], "No tenant 'nobody'."),
        (["-t", "spa_pilot", "--now", "noon"], "'noon' is no instant."),
        (["-t", "spa_pilot", "--from", "me"], "'me' is no phone."),
        (["-t", "spa_pilot", "--live"], "Say who: --from."),
    ],
)
def test_refusals(spa: Ratiba, options: list[str], says: str) -> None:
    ran = spa("chat", *options)
    assert (ran.code, says in ran.err) == (2, True), ran.err


def test_a_script_stops_at_an_act_that_cannot_be_done(spa: Ratiba, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("event: payment.approve\nHi\n")
    ran = spa("chat", "-t", "spa_pilot", "--script", str(script), "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "No payment prompt is on the phone yet" in ran.err
