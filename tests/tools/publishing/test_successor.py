"""What is proposed for conversations that stand at a step which is gone."""

from dataclasses import replace

import pytest

from engine.document.problem import Problems
from engine.machine.versions.homeless import Homeless, Why
from engine.model.flow import FlowSet
from engine.model.session import Frame, How, Session
from tests.publishing import COLOURS, PERSON_FIRST, SHAPE, library, text
from tests.tools.publishing.test_differences import SPA
from tools.publishing.live import homeless
from tools.publishing.stranded import told
from tools.publishing.suggested import Change, standing, suggested

SHADES = COLOURS.replace("colour", "shade").replace("overlay: shades", "overlay: colours")
PLATE = """
ratiba: 1
overlay: colours
flow: booking
types: {plate: {like: "KAA 999A"}}
add:
  car: {before: hold, ask: plate}
phrases:
  car: {en: "Your number plate?", sw: "Nambari ya gari?"}
"""


def flows(source: str) -> FlowSet:
    found = library().world("spa", [text(source, SPA).document])
    assert not isinstance(found, Problems), str(found)
    return found.flows


def remedy(before: str, after: str, step: str) -> str:
    now, newer = flows(before), flows(after)
    frame = Frame(1, "booking", now.flows["booking"].digest, step, How.TASK)
    session = Session("t1", frames=(frame,))
    change = Change(now, newer, standing([session], now))
    (problem,) = told([Homeless(session, 0, Why.STEP)], (), change)
    return problem.remedy


@pytest.mark.parametrize(
    ("before", "after", "step", "moved"),
    [
        (COLOURS, SHADES, "colour", "steps: {colour: shade}, slots: {colour: shade}"),
        (COLOURS, PLATE, "colour", "steps: {colour: car}, slots: {colour: null}"),
        (
            "ratiba: 1\noverlay: none\nflow: booking\nsettings: {give_up_after: 20m}\n",
            PERSON_FIRST,
            "collect_staff",
            "steps: {collect_staff: pick_person}",
        ),
    ],
)
def test_the_map_to_write_names_the_step_in_its_place(
    before: str, after: str, step: str, moved: str
) -> None:
    assert remedy(before, after, step) == f"Write moved: {{{moved}}}, or publish with --pin"


BARE = "ratiba: 1\noverlay: colours\nflow: booking\nsettings: {give_up_after: 20m}\n"


def at_colour(now: FlowSet, *spent: str) -> Session:
    frame = Frame(1, "booking", now.flows["booking"].digest, "colour", How.TASK)
    return Session("t1", frames=(frame,), spent=spent)


def at_shape(now: FlowSet) -> Frame:
    return Frame(1, "booking", now.flows["booking"].digest, "shape", How.TASK)


def mapped(newer: FlowSet, text: str) -> FlowSet:
    found = flows(BARE + f"moved: {text}\n")
    assert found.flows.keys() == newer.flows.keys()
    return found


def test_the_map_to_write_has_a_place_for_everybody_who_stands_there() -> None:
    now, newer = flows(COLOURS), flows(BARE)
    both = [at_colour(now), at_colour(now, "p1")]  # the second has done something for good
    one = suggested(Change(now, newer, standing(both[:1], now)), "booking", ["colour"]).text
    all_ = suggested(Change(now, newer, standing(both, now)), "booking", ["colour"]).text

    assert homeless(both, now, newer)
    assert not homeless(both[:1], now, mapped(newer, one))
    assert homeless(both, now, mapped(newer, one)), "the nearest step would skip a promise"
    assert not homeless(both, now, mapped(newer, all_))


def test_no_map_is_proposed_where_none_has_a_place_for_everybody() -> None:
    now, newer = flows(COLOURS), flows(BARE)
    session = at_colour(now)
    called = Frame(2, "feedback", now.flows["feedback"].digest, "rating", How.CALLED)
    waits = replace(session, frames=(*session.frames, called))  # no step of booking calls it

    def proposed(*there: Session) -> str:
        return suggested(Change(now, newer, standing(there, now)), "booking", ["colour"]).text

    assert proposed(session)
    assert not proposed(session, waits)


TWO = COLOURS.replace(
    "add:", "add:\n  shape: {before: hold, ask: shape, choices: [round, square]}"
) + "\n".join(SHAPE.splitlines()[-3:])


def test_the_map_to_write_is_whole_what_is_written_already_and_all_that_is_missing() -> None:
    now = flows(TWO)
    newer = flows(BARE + "moved: {steps: {long_ago: confirm}, slots: {then: null}}\n")
    sessions = [at_colour(now), replace(at_colour(now), frames=(at_shape(now),))]
    lost = [Homeless(one, 0, Why.STEP) for one in sessions]
    remedies = {one.remedy for one in told(lost, (), Change(now, newer, standing(sessions, now)))}
    (remedy,) = remedies  # the same map for both: it is pasted once
    whole = remedy.removeprefix("Write moved: ").removesuffix(", or publish with --pin")
    assert "long_ago: confirm" in whole
    assert "then: null" in whole
    assert not homeless(sessions, now, mapped(newer, whole))
