"""The slots of a flow, what its steps look at, and what a yes has shown."""

import pytest

from engine.model.flow import (
    Argument,
    Duration,
    Flow,
    FlowSet,
    Setting,
)
from engine.spec.compile import compile_flows
from tests.spec.trial import states, trial
from tests.spec.world import PHRASES, SLOTS, TOOLS, World


def test_settings_mean_shares_and_times(world: World) -> None:
    found = trial(
        world,
        "done: {end: done}",
        "settings:\n  whole: 100%\n  half: 12.5%\n  wait: 2d\n  words: '17:30'\n  open: true\n"
        "  more: {usually: 0%, except: {first: 50%}}\n"
        "rules: {first: conversation.turns = 1}\n",
    )
    assert found.settings == {
        "whole": Setting(1),
        "half": Setting(0.125),
        "wait": Setting(Duration(172_800)),
        "words": Setting("17:30"),
        "open": Setting(usually=True),
        "more": Setting(0, (("first", 0.5),)),
    }


def test_slots_come_from_asks_tools_and_called_flows(visit: Flow) -> None:
    slots = {name: (s.type.name, s.step, s.makers, s.needs) for name, s in visit.slots.items()}
    made = ("service", "time")
    assert slots == {
        "service": ("service", "which", (), ()),
        "time": ("opening", "when", (), ("service",)),
        "phone": ("phone", "number", ("know",), ()),
        "contact": ("contact", None, ("know",), ()),
        "hold": ("hold", None, ("hold",), made),
        "price": ("money", None, ("hold",), made),
        "appointment": ("appointment", None, ("book",), ("time", "hold", "price")),
        "payment": ("payment", None, ("pay",), ("phone", "price")),
    }


def test_a_lister_is_the_tool_that_what_is_known_serves(visit: Flow) -> None:
    listers = {name: slot.type.lister for name, slot in visit.slots.items() if slot.step}
    assert listers == {"service": "list_services", "time": "list_openings", "phone": None}


def test_a_walk_again_looks_at_what_tools_and_called_flows_use(visit: Flow) -> None:
    used = {name: set(state.uses) for name, state in visit.states.items() if state.uses}
    assert used == {
        "know": {"contact", "phone"},
        "hold": {"service", "time", "hold", "price"},
        "book": {"hold", "time", "price", "appointment"},
        "pay": {"price", "phone", "payment"},
    }


def test_an_argument_that_is_a_rule_makes_a_step_look_at_its_slots(world: World) -> None:
    found = states(
        world,
        """
which: {ask: service, exits: {none: gone}}
when: {ask: time, type: opening, needs: [service], exits: {none: gone}}
hold: {do: hold_time, exits: {taken: gone}}
note: {ask: text}
sure: {confirm: {declined: gone}}
book: {do: book_time, with: {until_paid: dear}, exits: {lost: gone}}
number: {ask: phone}
surely: {confirm: {declined: gone}}
pay: {call: till, with: {share: half}, exits: {unpaid: gone}}
done: {end: done}
gone: {end: left}
""",
        "timers: [{quiet: 1h, go: gone}]\nsettings: {half: 50%}\n"
        "rules: {dear: service.price > 1000 and noted, noted: text is filled}\n",
    )
    assert found["book"].args == {"until_paid": Argument("dear")}
    assert {"service", "text"} <= found["book"].uses
    assert found["pay"].args == {"share": Argument("half")}


def test_a_confirm_knows_what_its_phrase_shows(visit: Flow) -> None:
    assert visit.states["sure"].shown == SLOTS & {*visit.slots}


def test_what_one_language_hides_is_not_shown(world: World) -> None:
    phrases = {"en": PHRASES["en"], "sw": {**dict.fromkeys(_all(world), frozenset({"time"}))}}
    found = compile_flows(world.flows, TOOLS, phrases, world.types)
    assert "hides price" in str(found)


def _all(world: World) -> set[str]:
    found = compile_flows(world.flows, TOOLS, PHRASES, world.types)
    assert isinstance(found, FlowSet)
    steps = {
        f"{name}.{step}" for name, flow in found.flows.items() for step in (*flow.states, "summary")
    }
    return {*steps, "visit.taken", "chips.declined"}


def test_a_flow_brings_types_and_choices_of_its_own(world: World) -> None:
    found = trial(
        world,
        """
one: {ask: plate, remember: true, sure: 0.7, refuse: {odd: not_that}}
two: {ask: size, type: choice, choices: [small, large], optional: true}
which: {ask: service, exits: {none: done}}
three: {ask: staff, needs: [service], only_one: take, assume: 0.6, exits: {none: done}}
done: {end: done}
""",
        'types: {plate: {like: "KAA 999A", example: KDA 123A}}\n'
        "timers: [{quiet: 1h, go: done}]\nrules: {odd: plate = 'KAA 000A'}\n",
    )
    plate, size, staff = found.slots["plate"], found.slots["size"], found.slots["staff"]
    assert (plate.type.like, plate.type.example, plate.type.sure) == ("KAA 999A", "KDA 123A", 0.7)
    assert (plate.remember, plate.refuse) == (True, (("odd", "trial.not_that"),))
    assert (size.type.options, size.optional) == (("small", "large"), True)
    assert (staff.only_one, staff.type.assume, staff.type.lister) == (True, 0.6, "list_people")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("half", Argument("half")),
        ("text", Argument("text")),
        ("customer.phone", Argument("customer.phone")),
        ("first", Argument("first")),
        ("50%", Argument(literal=0.5)),
        ("30m", Argument(literal=1800)),
        ("3", Argument(literal=3)),
        ("true", Argument(literal=True)),
        ("\"'later'\"", Argument(literal="later")),
    ],
)
def test_an_argument_is_a_name_or_a_value(written: str, meant: Argument, world: World) -> None:
    given = f"{{service: text, time: text, staff: {written}}}"
    found = states(
        world,
        f"""
one: {{ask: text}}
two: {{do: hold_time, with: {given}, exits: {{taken: done}}}}
done: {{end: done}}
""",
        "timers: [{quiet: 1h, go: done}]\nsettings: {half: 50%}\n"
        "rules: {first: conversation.turns = 1}\n",
    )
    assert found["two"].args["staff"] == meant
