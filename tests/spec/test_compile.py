"""What a flow becomes: references resolved, defaults applied."""

from engine.model.flow import (
    Duration,
    Flow,
    Promise,
    Timer,
    Way,
)
from engine.model.rule import Is
from tests.spec.trial import states
from tests.spec.world import World


def test_a_left_out_main_way_is_the_step_below(visit: Flow) -> None:
    mains = {name: state.main and state.main.step for name, state in visit.states.items()}
    assert mains == {
        "know": "which",
        "which": "when",
        "when": "hold",
        "hold": "number",
        "number": "sure",
        "sure": "book",
        "book": "pay",
        "pay": "done",
        "done": None,
        "gone": None,
    }
    assert visit.first == "know"


def test_ways_lead_to_steps_flows_and_questions(world: World) -> None:
    found = states(
        world,
        """
one: {ask: text}
two: {do: look_up, exits: {nothing: next, failed: {say: sorry, again: [text]}}, next: four}
three: {choose: {person: handoff, visit: {say: sorry, go: visit}, four: four}}
four: {branch: {first: {say: hi, go: next}, later: three}}
done: {end: done, then: visit}
""",
        "timers: [{quiet: 1h, go: done}]\n"
        "rules: {first: conversation.turns = 1, later: not first}\n",
    )
    assert found["two"].ways == {
        "nothing": Way("four"),
        "failed": Way(say="trial.sorry", again=("text",)),
    }
    assert found["three"].ways == {
        "person": Way(flow="handoff"),
        "visit": Way(flow="visit", say="trial.sorry"),
        "four": Way("four"),
    }
    assert found["three"].main is None
    assert list(found["four"].ways) == ["first", "later"]
    assert found["four"].ways["first"] == Way("done", say="trial.hi")
    assert found["done"].then == "visit"


def test_a_tool_that_breaks_brings_a_person(visit: Flow) -> None:
    assert visit.states["hold"].ways["failed"] == Way(flow="handoff")
    assert list(visit.states["hold"].ways) == ["taken", "failed"]


def test_phrases_have_their_flow_before_them(world: World) -> None:
    found = states(
        world,
        """
one: {ask: text}
two: {ask: other, type: text, say: visit.summary}
three: {do: look_up, exits: {nothing: done}}
four: {say: hi}
done: {end: done}
""",
        "timers: [{quiet: 1h, go: done}]\n",
    )
    said = {name: state.say for name, state in found.items()}
    assert said == {
        "one": "trial.one",
        "two": "visit.summary",
        "three": None,
        "four": "trial.hi",
        "done": None,
    }
    assert found["four"].what == "trial.hi"


def test_timers_are_the_steps_own_then_the_flows(world: World) -> None:
    found = states(
        world,
        """
one: {ask: text, timers: [{after: patience, say: nudge}]}
two: {choose: {stop: done}, timers: [{after: 2m, go: next_one}]}
next_one: {do: notify, timers: [{quiet: 8m, go: done, channel: voice}], exits: {closed: done}}
four: {do: look_up, exits: {nothing: done}}
done: {end: done}
""",
        "settings: {patience: 30m}\ntimers: [{quiet: 1h, say: nudge, go: done}]\n",
    )
    shared = Timer("timer_1", Way("done", say="trial.nudge"), quiet=Duration(3600))
    assert found["one"].timers == (
        Timer("timer_0", Way(say="trial.nudge"), after=Duration(setting="patience")),
        shared,
    )
    assert found["two"].timers == (Timer("timer_0", Way("next_one"), after=Duration(120)),)
    voice = Timer("timer_0", Way("done"), quiet=Duration(480), channel="voice")
    assert found["next_one"].timers == (voice, shared)
    assert found["four"].timers == ()
    assert {name: state.waits for name, state in found.items()} == {
        "one": True,
        "two": True,
        "next_one": True,
        "four": False,
        "done": False,
    }


def test_rules_are_trees_and_promises_keep_their_steps(visit: Flow) -> None:
    assert visit.rules == {"needs_phone": Is("customer.phone", "empty")}
    assert visit.never == (Promise("book", ("hold",)), Promise("done", ("pay",)))
    assert visit.anytime == {"stop": Way("gone")}
    assert visit.states["number"].when == ("needs_phone",)


def test_tools_of_the_machine_itself_are_in_every_set(world: World) -> None:
    found = states(
        world,
        """
which: {choose: {picked: forget, stop: done}, from: conversation.answers}
forget: {do: forget_answer, exits: {sealed: done}}
done: {end: done}
""",
        "timers: [{quiet: 1h, go: done}]\n",
    )
    assert found["which"].source == "conversation.answers"
    assert found["forget"].uses == {"picked"}


def test_a_state_knows_where_it_was_written(world: World) -> None:
    found = states(world, "one:\n  say: hi\ndone: {end: done}")
    assert [(s.origin.file, s.origin.line) for s in found.values()] == [
        ("trial.yaml", 6),
        ("trial.yaml", 8),
    ]
    assert (found["one"].title, found["done"].title) == ("One", "Done")
