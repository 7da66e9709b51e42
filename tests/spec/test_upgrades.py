"""Files of older formats: stored examples of each, read as if they were written today."""

from pathlib import Path

import pytest

from engine.document.edit import entries, under
from engine.document.problem import Faults, Problems
from engine.document.tree import Document, Leaf, plain
from engine.document.upgrades import FORMAT, UPGRADES, like, upgraded
from engine.model.flow import Duration, FlowSet, Origin
from engine.spec.parts.slot_types import compile_types
from tests.spec.world import (
    HERE,
    TOOLS,
    World,
    compile_beside,
    compile_laid,
    compile_text,
    document,
    named,
)

FORMATS = HERE / "formats"
OLD = sorted(path for path in FORMATS.rglob("*.yaml") if path.parent.name != str(FORMAT))


def today(path: Path) -> Document:
    faults = Faults()
    found = upgraded(document(path), faults)
    assert str(faults.problems()) == ""
    assert found is not None
    return found


def test_every_older_format_has_its_examples() -> None:
    assert {int(path.parent.name) for path in OLD} == set(UPGRADES) == set(range(FORMAT))


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_old_file_says_what_it_says_in_todays_words(path: Path) -> None:
    expected = document(FORMATS / str(FORMAT) / path.name)
    assert plain(today(path).root) == plain(expected.root)


def test_a_file_of_today_is_left_alone() -> None:
    one = document(FORMATS / str(FORMAT) / "visit.yaml")
    assert upgraded(one, Faults()) is one


def test_an_old_flow_and_an_old_overlay_compile(world: World) -> None:
    flow = document(FORMATS / "0" / "visit.yaml")
    found = compile_beside(flow, world)
    assert isinstance(found, FlowSet), str(found)
    state = found.flows["visit"].states["which"]
    assert state.timers[0].quiet == Duration(setting="give_up_after")
    others = world._replace(flows=tuple(one for one in world.flows if named(one) != "visit"))
    both = compile_laid([flow, document(FORMATS / "0" / "car.yaml")], others)
    assert isinstance(both, FlowSet), str(both)
    assert both.flows["visit"].slots["bay"].type.like == "B-99"


def test_an_old_file_of_types_compiles() -> None:
    types = compile_types(document(FORMATS / "0" / "types.yaml"), TOOLS)
    assert not isinstance(types, Problems)
    assert types["plate"].like == "KAA999A"


def test_every_value_keeps_its_line() -> None:
    root = today(FORMATS / "0" / "visit.yaml").root
    timers = under(root, "timers")
    assert timers is not None
    assert timers.at == Origin("formats/0/visit.yaml", 9)
    kind = entries(under(under(root, "types"), "plate"))["like"]
    assert kind.value == Leaf("KAA 999A", Origin("formats/0/visit.yaml", 8))


@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        ("K[A-Z]{2} ?[0-9]{3}[A-Z]", "KAA 999A"),
        ("[0-9]{4}/[0-9]{2}", "9999/99"),
        ("[A-Z]?", None),
        ("[a-z]+", None),
        ("A1", None),
        ("", None),
    ],
)
def test_a_pattern_becomes_a_form_where_there_is_one(pattern: str, form: str | None) -> None:
    assert like(pattern) == form


def test_what_cannot_be_said_any_more_is_told_where_it_stands(world: World) -> None:
    types = '{code: {like: text, pattern: "(a|b)+"}}'
    head = f"ratiba: 0\nflow: x\ntitle: X\nstart: called\ntypes: {types}\n"
    found = compile_text(f"{head}steps:\n  done: {{end: done}}\n", world)
    assert str(found) == (
        "flow.yaml:5: types.code.pattern: '(a|b)+' has no form of letters and digits. "
        "Write like: KAA 999A, or leave it out."
    )


@pytest.mark.parametrize("kind", ["flow: visit", "overlay: trial\nflow: visit"])
def test_a_format_of_the_future_is_told_once(kind: str, world: World) -> None:
    text = f"ratiba: 2\n{kind}\nwhatever: new\n"
    (path,) = (Path("future.yaml"),)
    found = compile_text(text, world, path.name)
    assert str(found) == (
        "future.yaml:1: ratiba: is written in format 2, and this release reads up to 1. "
        "Use a newer Ratiba, or write the file in format 1."
    )
