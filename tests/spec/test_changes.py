"""What operators asked for, each said as data on the shipped flows."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.files import read_file
from engine.document.problem import Problems
from engine.document.tree import Document
from engine.model.flow import Kind, Way
from engine.model.tool import Safety, ToolDefinition
from tests.spec.world import tool
from tools.definitions import load_definitions

HERE = Path(__file__).parent / "changes"
CHANGES = sorted(HERE.glob("*.yaml"))
NOT_SHIPPED: Mapping[str, ToolDefinition] = {
    one.name: one
    for one in (
        tool("join_waitlist", takes=("service",), may=("staff",), outcomes=("done", "full")),
        tool("watch_openings", Safety.REVERSIBLE, outcomes=("free", "expired"), late=True),
        tool("ask_guardian", takes=("phone",), outcomes=("agreed", "refused"), late=True),
    )
}
"""Tools that two of the changes call and no capability of the product has yet."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library({**load_definitions(), **NOT_SHIPPED})


def change(name: str) -> Document:
    """The change of this file, or the only one of this number."""
    (path,) = (one for one in CHANGES if one.stem == name or one.stem[:2] == name)
    found = read_file(path, HERE)
    assert isinstance(found, Document), str(found)
    return found


def changed(library: Library, *names: str) -> Repertoire:
    found = library.world("spa", [change(name) for name in names])
    assert isinstance(found, Repertoire), str(found)
    return found


def order(found: Repertoire, flow: str = "booking") -> list[str]:
    return list(found.flows.flows[flow].states)


def test_all_are_there() -> None:
    assert sorted({path.stem[:2] for path in CHANGES}) == [f"{n:02}" for n in range(1, 25)]


@pytest.mark.parametrize("path", CHANGES, ids=lambda path: path.stem)
def test_a_change_is_small_and_compiles(path: Path, library: Library) -> None:
    found = library.world("spa", [change(path.stem)])
    assert isinstance(found, Repertoire), str(found)
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 36
    assert found.warnings == ()


def test_the_changes_of_one_flow_can_all_be_made_at_once(library: Library) -> None:
    found = changed(library, *(path.stem for path in CHANGES))
    steps = order(found)
    assert steps.index("collect_service") < steps.index("collect_plate") < steps.index("hold")
    told = {one.key.removeprefix("settings.deposit.except.") for one in found.warnings}
    assert told == {"regular", "at_weekend", "vip"}, "several say what the deposit is then"


def test_01_a_plate_is_a_kind_of_answer(library: Library) -> None:
    slot = changed(library, "01").flows.flows["booking"].slots["plate"]
    assert (slot.type.like, slot.type.example, slot.remember) == ("KAA 999A", "KDA 123A", True)


def test_02_a_setting_with_an_exception(library: Library) -> None:
    deposit = changed(library, "02").flows.flows["booking"].settings["deposit"]
    assert (deposit.usually, deposit.except_) == (0, (("is_braids", 0.5),))


def test_06_a_promise_is_made_with_the_step(library: Library) -> None:
    flow = changed(library, "06").flows.flows["booking"]
    assert flow.states["confirm"].main == Way(step="confirm_group")
    assert flow.never[-1].before == ("confirm_group",)


def test_07_an_exception_keeps_the_everyday_value(library: Library) -> None:
    deposit = changed(library, "07").flows.flows["booking"].settings["deposit"]
    assert (deposit.usually, deposit.except_) == (1, (("regular", 0),))


def test_08_a_button_among_those_there_are(library: Library) -> None:
    found = changed(library, "08_waitlist", "08_waitlist_offer")
    ways = found.flows.flows["booking"].states["no_openings"].ways
    assert list(ways) == ["another_person", "person", "stop", "waitlist"]
    assert found.book.label("booking.no_openings.waitlist", "sw") == "Niambie ikipatikana"


def test_09_a_flow_that_follows_the_first_booking(library: Library) -> None:
    flow = changed(library, "09").flows.flows["heard_about"]
    assert flow.start.events == ("booking.booked",)
    assert flow.start.when == ("first_visit",)
    assert flow.slots["heard"].type.options == ("friend", "instagram", "google", "walked_by")


def test_10_a_voice_keeps_the_written_words(library: Library) -> None:
    entry = changed(library, "10").book.entry("sw", "booking.summary")
    shipped = library.book.entry("sw", "booking.summary")
    assert entry is not None
    assert shipped is not None
    assert entry.text == shipped.text
    assert str(entry.voice).endswith("Niweke, sivyo?")


def test_12_the_guardian_is_asked_by_whichever_way(library: Library) -> None:
    flow = changed(library, "12").flows.flows["booking"]
    assert flow.states["guardian_consent"].main == Way(step="cross_sell")
    assert flow.states["guardian_consent"].args["phone"].name == "guardian_phone"
    assert flow.states["collect_phone"].main == Way(step="guardian_phone")


def test_13_a_flow_of_another_task(library: Library) -> None:
    settings = changed(library, "13").flows.flows["reschedule"].settings
    assert settings["late_to_person"].usually is True


def test_15_two_rules_and_a_refusal(library: Library) -> None:
    flow = changed(library, "15").flows.flows["booking"]
    assert flow.slots["time"].refuse == (("at_iftar", "booking.closed_for_iftar"),)
    assert flow.states["ramadan_hours"].kind is Kind.SAY


def test_16_a_setting_by_the_day_that_was_chosen(library: Library) -> None:
    deposit = changed(library, "16").flows.flows["booking"].settings["deposit"]
    assert (deposit.usually, deposit.except_) == (0, (("at_weekend", 0.5),))


def test_19_a_second_reminder_is_one_line(library: Library) -> None:
    start = changed(library, "19").flows.flows["reminder"].start
    assert [ahead.seconds for ahead in start.ahead] == [86_400, 7_200]
    assert start.of == "appointment.starts_at"


def test_20_another_persons_name_is_no_answer_about_the_customer(library: Library) -> None:
    slot = changed(library, "20").flows.flows["booking"].slots["child_name"]
    assert (slot.type.name, slot.remember) == ("name", False)


def test_23_who_waits_is_noted_by_a_tool_that_is_there(library: Library) -> None:
    flow = changed(library, "23").flows.flows["booking"]
    assert flow.states["no_openings"].ways["wait"] == Way(step="wait_list")
    assert flow.states["wait_list"].main == Way(step="on_list")


def test_the_shipped_flows_stay_as_they_are(library: Library) -> None:
    changed(library, *(path.stem for path in CHANGES))
    assert "collect_plate" not in library.flows.flows["booking"].states


def test_the_same_content_is_compiled_once(library: Library) -> None:
    assert changed(library, "01") is changed(library, "01")
    assert changed(library, "01") is not changed(library, "02")


def test_problems_are_returned_and_not_raised(library: Library) -> None:
    base = change("01")
    wrong = [Document("one.yaml", base.root), Document("two.yaml", base.root)]
    found = library.world("spa", wrong)
    assert isinstance(found, Problems)
    assert "a step 'collect_plate' is there already" in str(found)
