"""Definitions and handlers hold together, and say what is wrong where they do not."""

import json
import shutil
from pathlib import Path

import pytest

from engine.model.tool import Safety
from tools.asking.team import Withdraw
from tools.definitions import HERE, load_definitions
from tools.problems import DefinitionError
from tools.registry import load_handlers

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(BROKEN.glob("*.json"))


def test_every_tool_has_its_handler() -> None:
    assert set(load_handlers()) == set(load_definitions())


def test_a_definition_is_read_as_flows_need_it() -> None:
    push = load_definitions()["initiate_stk_push"]
    assert push.safety is Safety.IRREVERSIBLE
    assert push.takes == ("appointment", "price", "phone")
    assert push.may == ("share",)
    assert push.gives == {"payment": "payment", "receipt": "receipt"}
    assert push.maybe == ("receipt",)
    assert push.late
    assert push.main == "settled"
    assert push.shown == ("price", "phone")
    assert push.facts["payment"]["amount"] == "money"
    assert (push.facts["payment"]["booked"], push.examples["booked"]) == ("flag", True)
    answers = load_definitions()["answer_question"].values
    assert list(answers) == ["answer"]
    assert {"price", "closed_on"} < {*answers["answer"]}
    slots = load_definitions()["get_available_slots"]
    assert slots.lists == "opening"
    assert slots.gives == {}
    assert "people" in slots.facts["opening"]


def test_every_undo_can_be_run_with_what_its_tool_gives() -> None:
    definitions = load_definitions()
    for tool in definitions.values():
        if tool.undo:
            assert set(definitions[tool.undo].takes) <= set(tool.gives)
            assert definitions[tool.undo].safety is Safety.REVERSIBLE


def test_what_the_team_is_asked_needs_no_code_of_its_own() -> None:
    asked = [tool for tool in load_definitions().values() if tool.asks_team]
    assert "request_preauth" in {tool.name for tool in asked}
    for tool in asked:
        assert not list(HERE.glob(f"*/{tool.name}/handler.py"))
        assert tool.undo == f"withdraw_{tool.name}"
        assert isinstance(load_handlers()[tool.undo], Withdraw)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_definition_names_its_fault_and_remedy(case: Path, tmp_path: Path) -> None:
    """Each file holds what differs from a good definition, and the exact message."""
    broken = json.loads(case.read_text("utf-8"))
    root = tmp_path / "tools"
    for name in ("tentatively_reserve", "release_hold", "keep_hold"):
        shutil.copytree(HERE / "scheduling" / name, root / "scheduling" / name)
    target = root / "scheduling" / "tentatively_reserve" / "definition.json"
    if "text" in broken:
        target.write_text(broken["text"], "utf-8")
    else:
        definition = json.loads(target.read_text("utf-8")) | broken["change"]
        kept = {key: value for key, value in definition.items() if value is not None}
        target.write_text(json.dumps(kept), "utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definitions(root)
    assert list(caught.value.problems) == broken["problems"]
