"""Files that mean harm end quickly, in problems."""

import pytest

from engine.document.problem import Problems
from tests.spec.counted import TooMuchError, calls
from tests.spec.world import World, compile_beside, compile_text

HEAD = "ratiba: 1\nflow: trial\ntitle: Trial\nstart: {intents: [other]}\n"
TIMERS = "timers: [{quiet: 1m, go: s0}]\n"
CALLS = 4_000_000
"""Twice what the slowest takes: less than a second when idle."""


def steps(*written: str) -> str:
    return "steps:\n" + "".join(f"  {step}\n" for step in written)


def buttons(step: int) -> str:
    ways = ", ".join(f"b{j}: s{(step * 7 + j * 13) % 200}" for j in range(30))
    return f"s{step}: {{choose: {{{ways}}}}}"


def rule(number: int) -> str:
    return f"  r{number}: {' or '.join(f'r{(number + j) % 60}' for j in range(1, 25))}\n"


HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 60_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "keys within keys": "{? " * 80_000,
    "lists as keys": "? [" * 60_000,
    "tags": "!" * 100_000,
    "anchors": "&a " * 50_000,
    "documents": "---\n" * 60_000,
    "many values": "- a\n" * 60_000,
    "one key again and again": "a: b\n" * 40_000,
    "aliases": "a: &a [1]\n" + "b: *a\n" * 30_000,
    "alias bomb": "a: &a [x]\n" + "".join(f"k{i}: &k{i} [*a, *a]\n" for i in range(999)),
    "empty lines": "\n" * 200_000,
    "comments": "#" * 200_000,
    "a long word": "x" * 200_000,
    "a long key": f"{'x' * 200_000}: 1",
    "quotes": "'" * 100_000,
    "digits": "- " + "9" * 200_000,
    "escapes": '"' + "\\n" * 90_000 + '"',
    "too large": "a" * 3_000_000,
    "nul": "ratiba: 1\0\nflow: x\n",
    "too many steps": HEAD + steps(*(f"s{i}: {{say: x}}" for i in range(5000))),
    "strange fields": HEAD + "  a: {" + ", ".join(f"u{i}: 1" for i in range(9000)) + "}\n",
    "unknown steps": HEAD + steps(*(f"step_{i}: {{say: x, next: stop_{i}}}" for i in range(200))),
    "every way everywhere": HEAD + TIMERS + steps(*map(buttons, range(200))),
    "asks": HEAD + TIMERS + steps(*(f"s{i}: {{ask: x{i}, type: text}}" for i in range(200))),
    "rings": HEAD
    + "rules: {r: conversation.turns = 1}\n"
    + steps(
        *(f"s{i}: {{branch: {{r: s{i * 7 % 200}}}, next: s{(i + 1) % 200}}}" for i in range(200))
    ),
    "rules": HEAD + "rules:\n" + "".join(map(rule, range(60))) + steps("done: {end: done}"),
    "pushes": HEAD
    + TIMERS
    + steps(
        *(
            f"s{i}: {{confirm: {{declined: p{i}}}}}\n"
            f"  p{i}: {{do: push, next: s{(i + 1) % 90}, exits: {{refused: s{i * 7 % 90}}}}}"
            for i in range(90)
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_it_ends_with_little_work(text: str, world: World) -> None:
    found: list[object] = []
    calls(lambda: found.append(compile_text(text, world)), CALLS)
    for problems in found:
        if isinstance(problems, Problems):
            assert all(len(str(problem)) < 6_000 for problem in problems)


def test_work_without_end_is_noticed() -> None:
    def endless() -> None:
        while True:
            len("")

    with pytest.raises(TooMuchError):
        calls(endless, 1000)


def test_messages_do_not_repeat_a_file_of_someone_else(world: World) -> None:
    found = compile_text(f"ratiba: 1\nflow: {'x' * 100_000}\n{'y' * 500}: 1\n", world)
    assert isinstance(found, Problems)
    assert all(len(str(problem)) < 400 for problem in found)


def test_a_search_gives_up_where_there_are_too_many_roads(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.spec.roads.safety.MOST", 5)
    visit = next(one for one in world.flows if one.file == "base/visit.yaml")
    found = compile_beside(visit, world)
    assert "base/visit.yaml:1: has more roads than can be checked (5). Make two flows of it." in (
        str(found).splitlines()
    )
