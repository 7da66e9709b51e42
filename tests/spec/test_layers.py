"""Overlays: what comes of a flow when a vertical or a business lays its own on it."""

from typing import Any

import pytest

from engine.document.edit import entries, under
from engine.document.problem import Faults
from engine.document.reader import read
from engine.document.tree import Document, Node, plain
from engine.model.flow import After, FlowSet, Origin
from engine.spec.layers.layers import Layered, layered
from tests.spec.world import HERE, World, compile_laid, document, named

HEAD = "ratiba: 1\noverlay: {name}\nflow: visit\n"


def overlay(text: str, name: str = "trial") -> Document:
    found = read(HEAD.format(name=name) + text, f"{name}.yaml")
    assert isinstance(found, Document), str(found)
    return found


def laid(world: World, *texts: str) -> Layered:
    faults = Faults()
    layers = [[overlay(text, f"trial{at}")] for at, text in enumerate(texts)]
    found = layered([world.flows, *layers], faults)
    assert str(faults.problems()) == ""
    return found


def visit(world: World, *texts: str) -> Node:
    return next(one.root for one in laid(world, *texts).flows if named(one) == "visit")


def data(world: World, *texts: str) -> dict[str, Any]:
    found = plain(visit(world, *texts))
    assert isinstance(found, dict)
    return found


def order(world: World, *texts: str) -> list[str]:
    return list(data(world, *texts)["steps"])


def step(world: World, name: str, *texts: str) -> Any:
    return data(world, *texts)["steps"][name]


BASE = ["know", "which", "when", "hold", "number", "sure", "book", "pay", "done", "gone"]


def test_nothing_laid_on_it_leaves_a_flow_as_it_is(world: World) -> None:
    assert order(world) == BASE


# --- add ------------------------------------------------------------------------------------


def test_an_added_step_takes_the_main_way(world: World) -> None:
    text = "add: {extra: {after: which, say: extra}}\n"
    assert order(world, text)[1:4] == ["which", "extra", "when"]


def test_it_takes_a_written_main_way_too(world: World) -> None:
    text = "change: {number: {next: book}}\nadd: {extra: {after: number, say: extra}}\n"
    assert "next" not in step(world, "number", text)
    assert step(world, "extra", text) == {"say": "extra", "next": "book"}


def test_what_is_added_after_one_step_stays_in_order(world: World) -> None:
    text = (
        "add:\n  one: {after: which, say: a}\n  two: {after: which, say: a}\n"
        "  mid: {after: one, say: a}\n"
    )
    assert order(world, text)[1:6] == ["which", "one", "mid", "two", "when"]


def test_of_two_layers_the_later_comes_first(world: World) -> None:
    first = "add: {one: {after: which, say: a}}\n"
    second = "add: {two: {after: which, say: a}}\n"
    assert order(world, first, second)[1:5] == ["which", "two", "one", "when"]


def test_a_step_may_be_put_by_one_that_comes_later_in_the_file(world: World) -> None:
    text = "add:\n  two: {after: one, say: a}\n  one: {after: which, say: a}\n"
    assert order(world, text)[1:5] == ["which", "one", "two", "when"]


def test_every_line_comes_by_a_step_put_before(world: World) -> None:
    text = (
        "change:\n  which: {next: book}\n  hold: {exits: {taken: book}}\n"
        "anytime: {skip: book}\n"
        "add: {check: {before: book, say: a}, aside: {choose: {on_foot: book}}}\n"
    )
    found = data(world, text)
    assert order(world, text)[5:8] == ["sure", "check", "book"]
    assert found["steps"]["which"]["next"] == "check"
    assert found["steps"]["hold"]["exits"] == {"taken": "check"}
    assert found["steps"]["aside"] == {"choose": {"on_foot": "book"}}, "what it says it means"


def test_lines_with_words_timers_and_acts_come_by_it_too(world: World) -> None:
    text = (
        "change: {which: {exits: {none: {say: taken, go: gone}}}}\n"
        "add: {bye: {before: gone, say: bye}}\n"
    )
    found = data(world, text)
    assert found["timers"] == [{"quiet": "30m", "go": "bye"}]
    assert found["anytime"] == {"stop": "bye"}
    assert found["steps"]["which"]["exits"] == {"none": {"say": "taken", "go": "bye"}}


def test_two_before_one_step_stand_in_their_order(world: World) -> None:
    text = "add: {one: {before: book, say: a}, two: {before: book, say: a}}\n"
    assert order(world, text)[5:9] == ["sure", "one", "two", "book"]


def test_a_step_beside_the_line_stands_last(world: World) -> None:
    text = "change: {which: {exits: {none: aside}}}\nadd: {aside: {choose: {stop: gone}}}\n"
    assert order(world, text) == [*BASE, "aside"]


# --- change ---------------------------------------------------------------------------------


def test_fields_change_one_by_one(world: World) -> None:
    text = "change: {when: {optional: true, needs: null}}\n"
    found = step(world, "when", text)
    assert found == {
        "ask": "time",
        "type": "opening",
        "exits": {"none": "gone"},
        "optional": True,
    }


def test_ways_change_name_by_name(world: World) -> None:
    text = "change: {sure: {confirm: {stop: gone}}, hold: {exits: {failed: gone, taken: gone}}}\n"
    assert step(world, "sure", text)["confirm"] == {"declined": "gone", "stop": "gone"}
    assert step(world, "hold", text)["exits"] == {"taken": "gone", "failed": "gone"}


def test_the_newer_refusal_is_looked_at_first(world: World) -> None:
    first = "change: {when: {refuse: {one: taken}}}\n"
    second = "change: {when: {refuse: {two: taken, one: null}}}\n"
    third = "change: {when: {refuse: {three: taken}}}\n"
    assert list(step(world, "when", first, second, third)["refuse"]) == ["three", "two"]


# --- remove ---------------------------------------------------------------------------------


def test_lines_into_a_removed_step_go_on_by_its_main_way(world: World) -> None:
    text = "change: {which: {next: number}}\nremove: [number]\n"
    assert step(world, "which", text)["next"] == "sure"
    assert "number" not in order(world, text)


def test_the_step_above_goes_on_where_a_removed_one_led(world: World) -> None:
    first = "change: {number: {next: book}}\n"
    assert step(world, "hold", first, "remove: [number]\n")["next"] == "book"


def test_an_end_to_which_nothing_leads_can_go(world: World) -> None:
    first = "add: {aside: {end: left}}\n"
    assert order(world, first, "remove: [aside]\n") == BASE


# --- around the steps -----------------------------------------------------------------------


def test_settings_rules_and_acts_go_by_key(world: World) -> None:
    text = (
        "settings: {deposit: 50%, slow: 10m}\nrules: {needs_phone: null, other: service is empty}\n"
        "anytime: {skip: gone}\ntitle: Another\nstart: {when: other}\n"
    )
    found = data(world, text)
    assert found["settings"] == {"deposit": "50%", "slow": "10m"}
    assert found["rules"] == {"other": "service is empty"}
    assert found["anytime"] == {"stop": "gone", "skip": "gone"}
    assert found["title"] == "Another"
    assert found["start"] == {"intents": ["book"], "when": "other"}


def test_exceptions_add_up_the_newest_first(world: World) -> None:
    first = "settings: {deposit: {except: {one: 10%, two: 20%}}}\n"
    second = "settings: {deposit: {usually: 90%, except: {three: 30%, one: null}}}\n"
    found = data(world, first, second)["settings"]["deposit"]
    assert found == {"usually": "90%", "except": {"three": "30%", "two": "20%"}}
    assert list(found["except"]) == ["three", "two"]


def test_a_plain_value_is_the_everyday_one(world: World) -> None:
    first = "settings: {deposit: {except: {one: 10%}}}\n"
    found = data(world, first, "settings: {deposit: 0%}\n")["settings"]["deposit"]
    assert found == {"usually": "0%", "except": {"one": "10%"}}


def test_a_setting_without_exceptions_left_is_plain_again(world: World) -> None:
    first = "settings: {deposit: {except: {one: 10%}}}\n"
    second = "settings: {deposit: {except: {one: null}}}\n"
    assert data(world, first, second)["settings"] == {"deposit": "100%"}


def test_promises_only_grow(world: World) -> None:
    text = "never: [{reach: pay, before: sure}]\nalways: [{possible: done}]\n"
    found = data(world, text)
    assert [one["reach"] for one in found["never"]] == ["book", "done", "pay"]
    assert found["always"] == [{"possible": "done"}]


def test_timers_stand_in_the_place_of_the_flows(world: World) -> None:
    text = "timers: [{quiet: 5m, go: gone}]\n"
    assert data(world, text)["timers"] == [{"quiet": "5m", "go": "gone"}]


def test_maps_of_old_names_add_up(world: World) -> None:
    first = "moved: {from: [abcdef01], steps: {a: which}}\n"
    second = "moved: {from: [abcdef02], steps: {b: when}, slots: {c: null}}\n"
    assert data(world, first, second)["moved"] == {
        "from": ["abcdef01", "abcdef02"],
        "steps": {"a": "which", "b": "when"},
        "slots": {"c": None},
    }


def test_phrases_go_by_name_and_language(world: World) -> None:
    first = "phrases: {one: {en: A, sw: B}}\n"
    second = "phrases: {one: {sw: C}, two: {en: D}}\n"
    assert data(world, first, second)["phrases"] == {
        "one": {"en": "A", "sw": "C"},
        "two": {"en": "D"},
    }


# --- where a value was written --------------------------------------------------------------


def test_every_value_keeps_its_file_and_line(world: World) -> None:
    text = "add: {extra: {after: which, say: extra}}\nchange: {sure: {say: taken}}\n"
    steps = under(visit(world, text), "steps")
    assert entries(steps)["extra"].at == Origin("trial0.yaml", 4)
    sure = entries(entries(steps)["sure"].value)
    assert sure["say"].value.at == Origin("trial0.yaml", 5)
    assert sure["confirm"].at == Origin("base/visit.yaml", 17)
    assert entries(steps)["which"].at == Origin("base/visit.yaml", 13)


def test_laying_on_changes_no_document(world: World) -> None:
    before = [plain(one.root) for one in world.flows]
    laid(world, "remove: [know]\nchange: {sure: {say: taken}}\n")
    assert [plain(one.root) for one in world.flows] == before


def test_a_flow_in_anothers_place_keeps_its_promises(world: World) -> None:
    text = "ratiba: 1\nflow: visit\ntitle: Mine\nstart: called\nsteps: {done: {end: done}}\n"
    mine = read(text, "mine.yaml")
    assert isinstance(mine, Document)
    found = layered([world.flows, [mine]], Faults())
    root = next(one.root for one in found.flows if named(one) == "visit")
    flow = plain(root)
    assert isinstance(flow, dict)
    assert flow["title"] == "Mine"
    assert flow["never"] == [
        {"reach": "book", "before": "hold"},
        {"reach": "done", "before": "pay"},
    ]


def test_a_whole_overlay_compiles(world: World) -> None:
    found = compile_laid([document(HERE / "laid" / "car.yaml")], world)
    assert isinstance(found, FlowSet), str(found)
    flow = found.flows["visit"]
    assert flow.first == "which"
    assert flow.start.when == ("is_open",)
    assert flow.always == (After("till.paid", "done"),)
    assert flow.moved is not None
    assert flow.moved.since == {"abcdef0123"}
    assert flow.moved.slots == {"car": None, "car_plate": "plate"}
    assert flow.slots["plate"].type.like == "KAA 999A"
    assert flow.states["bay"].origin == Origin("laid/car.yaml", 17)


@pytest.mark.parametrize("times", [2, 3])
def test_many_layers_on_one_flow(world: World, times: int) -> None:
    texts = [f"add: {{s{at}: {{after: which, say: a}}}}\n" for at in range(times)]
    assert order(world, *texts)[2 : 2 + times] == [f"s{at}" for at in reversed(range(times))]
