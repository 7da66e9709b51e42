"""Two tasks in one message: the first, and the second in its `then`; one wish stays one."""

import asyncio

import pytest

from engine.nlu.understander import Understander
from tests.nlu.scenes import NOW, VOCABULARY, hearing

UNDERSTANDER = Understander()

BOTH = {
    "cancel the Friday one and move the other to Thursday 3pm": "cancel reschedule",
    "cancel my haircut and then move the massage to 4pm": "cancel reschedule",
    "move the haircut to Thursday 3pm and please cancel the massage": "reschedule cancel",
    "cancel the Friday one, move the Saturday one to Monday": "cancel reschedule",
    "cancel the haircut and book me a massage on Saturday 11am": "cancel book",
    "ghairi ya Ijumaa na usogeze ile nyingine hadi Alhamisi saa tisa": "cancel reschedule",
    "nighairie masaji halafu unihamishie kunyoa hadi kesho": "cancel reschedule",
    "sogeza masaji hadi Alhamisi na ufute ile nyingine": "reschedule cancel",
    "cancel the massage, move the other one to Saturday and book a haircut for Friday": (
        "cancel reschedule book"
    ),
}
ONE = [
    "cancel my massage and move it to Thursday 3pm",
    "cancel the haircut if you cannot move the massage",
    "cancel or move the other one",
    "cancel the haircut and the massage",
    "don't cancel the haircut, move it to Friday",
    "ghairi masaji na uisogeze hadi Ijumaa",
    "I want to cancel and get my money back",
]


def _tasks(words: str) -> str:
    heard = asyncio.run(UNDERSTANDER.understand(words, hearing(), VOCABULARY, NOW))
    tasks = [heard.intent.name]
    while heard.then is not None:
        heard = heard.then
        tasks.append(heard.intent.name)
    return " ".join(tasks)


@pytest.mark.parametrize(("words", "tasks"), BOTH.items(), ids=list(BOTH))
def test_each_is_heard_in_its_turn(words: str, tasks: str) -> None:
    assert _tasks(words) == tasks


@pytest.mark.parametrize("words", ONE)
def test_one_wish_is_one(words: str) -> None:
    assert " " not in _tasks(words)
