"""A branch over a value is a branch over the rules that ask for it."""

from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.flow import FlowSet, Way
from engine.model.rule import Binary, Literal_, Name
from tests.spec.trial import HEAD, trial
from tests.spec.world import World, compile_laid

MOOD = """
one: {do: read_mood}
two: {branch: {happy: {say: hi, go: done}, cross: sorry}, of: mood}
sorry: {say: sorry}
done: {end: done}
"""


def test_each_value_is_a_rule_of_its_own(world: World) -> None:
    flow = trial(world, MOOD)
    assert flow.states["two"].ways == {
        "mood is happy": Way("done", say="trial.hi"),
        "mood is cross": Way("sorry"),
    }
    assert flow.states["two"].main == Way("sorry")
    assert flow.rules == {
        "mood is happy": Binary("=", Name("mood"), Literal_("happy")),
        "mood is cross": Binary("=", Name("mood"), Literal_("cross")),
    }


def test_it_looks_at_slots_settings_and_facts(world: World) -> None:
    flow = trial(
        world,
        """
one: {ask: how, type: choice, choices: [sit, stand]}
two: {branch: {sit: three, stand: next}, of: how}
three: {branch: {warm: next}, of: tone}
four: {branch: {mon: done}, of: calendar.weekday}
five: {do: read_mood}
six: {branch: {boss: done}, of: mood.whose}
done: {end: done}
""",
        "settings: {tone: warm}\ntimers: [{quiet: 1h, go: done}]\n",
    )
    assert list(flow.rules) == [
        "how is sit",
        "how is stand",
        "tone is warm",
        "calendar.weekday is mon",
        "mood.whose is boss",
    ]


def test_two_branches_over_one_value_ask_the_same(world: World) -> None:
    flow = trial(
        world, MOOD.replace("sorry: {say", "more: {branch: {happy: done}, of: mood}\nsorry: {say")
    )
    assert list(flow.rules) == ["mood is happy", "mood is cross"]
    assert flow.states["more"].ways == {"mood is happy": Way("done")}


def overlay(change: str) -> Document:
    found = read(f"ratiba: 1\noverlay: own\nflow: trial\n{change}\n", "own.yaml")
    assert isinstance(found, Document)
    return found


def made(world: World, change: str) -> FlowSet | Problems:
    steps = "".join(f"  {line}\n" for line in MOOD.strip().splitlines())
    flow = read(f"{HEAD}steps:\n{steps}", "trial.yaml")
    assert isinstance(flow, Document)
    return compile_laid([overlay(change)], World(world.types, (*world.flows, flow)))


def laid(world: World, change: str) -> FlowSet:
    found = made(world, change)
    assert isinstance(found, FlowSet), str(found)
    return found


def test_an_overlay_changes_one_value(world: World) -> None:
    flow = laid(world, "change: {two: {branch: {cross: done}}}").flows["trial"]
    assert flow.states["two"].ways == {
        "mood is cross": Way("done"),
        "mood is happy": Way("done", say="trial.hi"),
    }


def test_an_overlay_takes_one_value_away_or_puts_a_step_before_it(world: World) -> None:
    flow = laid(
        world,
        "change: {two: {branch: {happy: null}}}\nadd: {calm: {before: sorry, say: hi}}",
    ).flows["trial"]
    assert flow.states["two"].ways == {"mood is cross": Way("calm")}
    assert list(flow.rules) == ["mood is cross"]


def test_a_value_that_an_overlay_made_up_is_told_at_the_overlay(world: World) -> None:
    found = made(world, "change: {two: {branch: {cros: done}}}")
    assert str(found) == "own.yaml:4: steps.two.branch.cros: 'mood' is never 'cros'. Write 'cross'."
