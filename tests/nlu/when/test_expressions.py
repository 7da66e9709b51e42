"""Two hundred more ways to say when, in both languages and mixed: right or asked, never wrong."""

from pathlib import Path

import pytest

from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.tokens import read
from engine.nlu.when.hear import hear
from tests.nlu.scenes import NOW

LINES = [
    line.split(" = ")
    for line in Path(__file__).with_name("expressions.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def told(said: TimeHeard | None) -> str:
    if said is None:
        return "nothing"
    resolved = said.action is TimeAction.RESOLVE
    return str(said.value if resolved else said.action)


@pytest.mark.parametrize(("words", "answers"), LINES, ids=[words for words, _ in LINES])
def test_when(words: str, answers: str) -> None:
    heard = told(hear(read(words), Hearing("en"), NOW).time)
    allowed = set(answers.split("|"))
    if "ask" in allowed:
        allowed.add("ask_time")
    assert heard in allowed
