"""What is proposed for conversations that stand at a step which is gone."""

import pytest

from engine.machine.versions.homeless import Homeless, Why
from engine.model.flow import FlowSet
from engine.model.session import Frame, How, Session
from engine.spec.document.problem import Problems
from tests.publishing import COLOURS, PERSON_FIRST, library, text
from tests.tools.publishing.test_wording import SPA
from tools.publishing.standing import told

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
    (problem,) = told([Homeless(session, 0, Why.STEP)], (), now, newer)
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
