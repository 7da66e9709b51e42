"""A step is passed by its main way, or by a button; what else leaves it does not count."""

import pytest

from engine.model.flow import Flow, Kind, Slot, SlotType, State, Timer, Way
from engine.model.passing import passed, passes
from engine.model.session import Frame, How
from engine.model.value import SlotValue, Status, Value

ON = Way(step="on")
ASK = State("ask", Kind.ASK, what="name", main=ON)
CHOOSE = State("choose", Kind.CHOOSE, ways={"take": ON}, timers=(Timer("timer_0", ON),))
YES = State("yes", Kind.CONFIRM, main=ON, ways={"declined": ON}, shown=frozenset({"name", "day"}))
DO = State("do", Kind.DO, what="keep", main=ON, ways={"failed": ON})
TEXT = SlotType("text")
FLOW = Flow(
    name="small",
    title="",
    digest="",
    first="ask",
    states={state.id: state for state in (ASK, CHOOSE, YES, DO)},
    slots={name: Slot(name, TEXT) for name in ("name", "day")},
)


def frame(memo: dict[str, str] | None = None, **slots: Status) -> Frame:
    held = {name: SlotValue(Value("text", name), status) for name, status in slots.items()}
    return Frame(
        uid=1, flow="small", digest="", step="ask", how=How.TASK, slots=held, memo=memo or {}
    )


@pytest.mark.parametrize(
    ("state", "trigger", "counts"),
    [
        (ASK, "filled", True),
        (ASK, "timer_0", False),
        (CHOOSE, "take", True),
        (CHOOSE, "timer_0", False),
        (CHOOSE, "stop", False),
        (YES, "affirm", True),
        (YES, "declined", False),
        (DO, "done", True),
        (DO, "failed", False),
        (DO, "pass_over", False),
    ],
)
def test_what_leaves_a_step_and_passes_it(state: State, trigger: str, counts: bool) -> None:
    assert passes(state, trigger) is counts


def test_a_question_is_passed_by_its_answer() -> None:
    assert passed(FLOW, frame(name=Status.FILLED), "ask")
    assert not passed(FLOW, frame(name=Status.WISH), "ask")
    assert not passed(FLOW, frame(), "ask")


def test_a_yes_is_passed_while_all_that_it_showed_is_agreed_to() -> None:
    assert passed(FLOW, frame(name=Status.CONFIRMED, day=Status.SEALED), "yes")
    assert not passed(FLOW, frame(name=Status.CONFIRMED, day=Status.FILLED), "yes")
    assert not passed(FLOW, frame(), "yes")


def test_a_tool_is_passed_by_its_main_outcome() -> None:
    assert passed(FLOW, frame({"do": "done"}), "do")
    assert not passed(FLOW, frame({"do": "failed"}), "do")
    assert not passed(FLOW, frame(), "do")


def test_of_a_choice_only_who_saw_the_button_knows() -> None:
    assert passed(FLOW, frame(), "choose", {"choose"})
    assert not passed(FLOW, frame({"choose": "take"}), "choose")
