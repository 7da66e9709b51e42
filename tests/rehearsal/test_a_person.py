"""At every step that waits, of every shipped flow, in both languages: a person, and back again.

No step is named here: they are those of the flows, and each is reached as a shipped fixture
reaches it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from engine.model.builtin import WAIT
from engine.model.effect import Run, Say
from engine.model.flow import State
from engine.model.session import Session
from engine.model.value import Value
from engine.rehearsal.fixtures.fixture import Event, Meanwhile, Says, Taps, Waits
from engine.rehearsal.playing.play import spoken
from engine.rehearsal.staging.acting import event_of
from engine.rehearsal.staging.stage import Met, Stage
from ratiba.testing.found import Case, find

if TYPE_CHECKING:
    from engine.model.message import Button

WISHES = {"en": "I want to talk to a person", "sw": "nataka kuongea na mtu"}
ACT = "handoff"


@dataclass(frozen=True)
class Place:
    """A conversation that rests at a step, and whatever it takes to go on from there."""

    case: Case
    stage: Stage

    @property
    def at(self) -> tuple[str, str]:
        frame = self.stage.session.frames[-1]
        return frame.flow, frame.step

    @property
    def known(self) -> dict[tuple[str, str], object]:
        frames = self.stage.session.frames
        return {
            (frame.flow, name): held.value.value
            for frame in frames
            for name, held in frame.slots.items()
            if held.value.value is not None
        }


def visits(case: Case) -> Iterator[Place]:
    """The conversation of a fixture as it stands after each turn."""
    stage = Stage.of(case.world, case.fixture)
    shown: list[tuple[Button, ...]] = []
    for turn in case.fixture.turns:
        if isinstance(turn.act, Meanwhile):
            stage.meanwhile(turn.act.facts)
            met = []
        elif isinstance(turn.act, Waits):
            met = list(stage.wait(turn.act.span))
        else:
            old = isinstance(turn.act, Taps) and turn.act.old
            buttons = shown[-1 - old] if len(shown) > old else ()
            met = [stage.meet(event_of(stage, turn.act, buttons))]
        replies = [said for one in met for said in spoken(stage, stage.session, one.step.effects)]
        shown += [reply.buttons for reply in replies if reply.buttons][-1:]
        if stage.session.frames:
            yield Place(case, stage.copy())


def waits_for_us(state: State, case: Case) -> bool:
    """Whether the customer is to say or do something there, and no person has taken over.

    Where silence alone is waited for, whatever is said ends the wait.
    """
    tool = case.world.flows.tools.get(state.what)
    return state.waits and not (tool is not None and (tool.takes_over or tool is WAIT))


def people_of(case: Case) -> set[str]:
    """The tools by which a person is called: a fixture may have written what they come to."""
    return {tool.name for tool in case.world.flows.tools.values() if tool.takes_over}


def written(case: Case) -> int:
    """How much of what tools come to a fixture writes down."""
    return sum(map(len, case.fixture.given.tools.values()))


@cache
def places() -> dict[tuple[str, str], Place]:
    """A conversation for each step that waits, of the plainest fixture that comes there."""
    found: dict[tuple[str, str], Place] = {}
    for case in sorted(find(()).cases, key=written):
        if not case.fixture.end.rows and not people_of(case) & case.fixture.given.tools.keys():
            for place in visits(case):
                found.setdefault(place.at, place)
    return found


@cache
def waiting() -> tuple[tuple[str, str], ...]:
    """Every step of every shipped flow, with what verticals add, at which it waits."""
    every = {
        (flow.name, state.id)
        for case in find(()).cases
        for flow in case.world.flows.flows.values()
        for state in flow.states.values()
        if waits_for_us(state, case)
    }
    return tuple(sorted(every))


@pytest.mark.parametrize("locale", WISHES)
@pytest.mark.parametrize("at", waiting(), ids="-".join)
def test_a_person_is_called_and_hands_back(at: tuple[str, str], locale: str) -> None:
    place = places()[at]
    stage, flows = place.stage.copy(), place.case.world.flows
    before, known = stage.session, place.known
    called = stage.meet(event_of(stage, Says(WISHES[locale]), ()))
    assert stage.session.frames[-1].flow == flows.intents[ACT]
    (card,) = [e.call for e in called.step.effects if isinstance(e, Run)]
    tool = flows.tools[card.tool]
    assert tool.takes_over
    assert card.args["why"] == "asked"
    told = {one.value for one in card.args.values() if isinstance(one, Value)}
    assert told >= set(known.values())
    back = stage.meet(event_of(stage, Event(f"{tool.name}.{tool.main}"), ()))
    assert Place(place.case, stage).at == at
    assert Place(place.case, stage).known == known
    assert before.prompt is None or chips(stage.session) == chips(before)
    assert asks_again(back, at, flows.flows[at[0]].states[at[1]])


def chips(session: Session) -> list[str]:
    return [chip.value for chip in session.prompt.chips] if session.prompt else []


def asks_again(met: Met, at: tuple[str, str], state: State) -> bool:
    phrases = [effect.phrase for effect in met.step.effects if isinstance(effect, Say)]
    named = {".".join(at), state.say}
    return bool(phrases) and phrases[-1] in named
