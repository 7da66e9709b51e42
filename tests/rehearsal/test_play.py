"""What a fixture holds a flow to, and how a failure is told."""

from pathlib import Path

import pytest

from engine.rehearsal.fixtures.write import expect_text, scalar
from engine.rehearsal.staging.world import World
from ratiba.main import app
from tests.rehearsal.written import HEAD, QUIET, played

BOOKED = """
- says: haircut tomorrow 3pm
- says: "yes"
"""


def keys(turns: str, world: World, end: str = "") -> list[tuple[int, str, str, str]]:
    return [(f.at.line, f.key, f.expected, f.came) for f in played(turns, world, end=end).faults]


def test_words_are_really_understood_and_really_said(world: World) -> None:
    told = played("- says: nataka kunyolewa kesho saa tisa", world)
    (exchange,) = told.exchanges
    assert (exchange.state, exchange.flow) == ("confirm", "booking")
    assert "15:00" in exchange.replies[0]
    assert [button.label for button in exchange.buttons][:1] == ["Ndio"]


def test_state_and_said_are_exact(world: World) -> None:
    turns = "- says: haircut tomorrow 3pm\n  expect: {state: confirm, said: [booking.greet]}"
    assert keys(turns, world) == [(7, "said", "booking.greet", "booking.summary")]


def test_slots_and_effects_are_among_others(world: World) -> None:
    expect = "{slots: {service: haircut}, effects: [tentatively_reserve]}"
    assert not keys(f"- says: haircut tomorrow 3pm\n  expect: {expect}", world)
    expect = "{slots: {service: facial, phone: nothing}, effects: [confirm_booking]}"
    assert [key for _, key, _, _ in keys(f"- says: haircut\n  expect: {expect}", world)] == [
        "slots.service",
        "slots.phone",
        "effects",
    ]


def test_the_end_is_held_against_what_came(world: World) -> None:
    end = "end: {state: abandoned, pushes: 1}\n"
    assert keys(BOOKED, world, end) == [
        (9, "end.state", "abandoned", "booked"),
        (9, "end.pushes", "1", "0"),
    ]


def test_an_outcome_comes_in_its_turn(world: World) -> None:
    given = (
        "given: {facts: {dials.cross_sell_aggressiveness: 0},"
        " tools: {tentatively_reserve: [held, taken]}}\n"
    )
    turns = """
- says: haircut tomorrow 3pm
  expect: {state: confirm}
- says: make it 4
  expect: {state: confirm, said: [booking.taken, booking.summary], slots: {time: 2026-06-01T15:00}}
"""
    assert not played(turns, world, HEAD + given).faults


def test_what_is_busy_is_not_offered(world: World) -> None:
    given = (
        "given: {facts: {dials.cross_sell_aggressiveness: 0},"
        " busy: [{who: anna, from: 2026-06-01T14:00, to: 2026-06-01T16:00}]}\n"
    )
    said = "[talk.unavailable, booking.collect_slot]"
    turns = f"- says: haircut tomorrow 3pm\n  expect: {{state: collect_slot, said: {said}}}"
    assert not played(turns, world, HEAD + given).faults


def test_a_chip_that_is_not_there_breaks_the_fixture_off(world: World) -> None:
    (fault,) = played("- says: haircut tomorrow 3pm\n- tap: Mary\n- says: hm", world).faults
    assert (fault.key, fault.at.line) == ("", 8)
    assert fault.came.startswith("No chip is 'Mary'.")


def test_a_failure_names_its_turn_and_shows_the_conversation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "late.yaml"
    path.write_text(
        f"{HEAD}{QUIET}turns:\n  - says: haircut tomorrow 3pm\n    expect: {{state: booked}}\n"
    )
    with pytest.raises(SystemExit) as stopped:
        app(["test", str(path)])
    told = capsys.readouterr().out
    assert stopped.value.code == 1
    assert "late.yaml:7:state" in "".join(told.split())
    assert "> haircut tomorrow 3pm" in told
    assert "1 failed" in told


def test_update_writes_what_came_and_leaves_the_rest_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "late.yaml"
    text = (
        f"# kept\n{HEAD}{QUIET}turns:\n"
        "  - says: haircut tomorrow 3pm   # in words\n"
        "    expect: {state: booked, said: [booking.recap]}  # wrong\n"
        "  - says: 'yes'\n"
        "    expect:\n      state: booked  # right\n"
    )
    path.write_text(text)
    with pytest.raises(SystemExit) as stopped:
        app(["test", str(path), "--update"])
    assert stopped.value.code == 0
    right = "{state: confirm, said: [booking.summary]}"
    assert path.read_text() == text.replace("{state: booked, said: [booking.recap]}", right)
    told = capsys.readouterr().out
    assert f"Wrote {path}:" in told
    assert "state: was booked, is now confirm." in told
    assert told.count("Wrote") == 2


@pytest.mark.parametrize("word", ["yes", "15:00", "3", "a: b", "- x", "#1", "", "nothing, much"])
def test_what_is_written_is_read_as_it_was(word: str, world: World) -> None:
    if not word:
        return
    told = played(f"- says: {scalar(word)}", world)
    assert getattr(told.fixture.turns[0].act, "text", None) == word
    assert not expect_text(told.fixture.turns[0].expect)
