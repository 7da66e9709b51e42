"""An offer answered with what its task would ask: taken where only looking up is on the way."""

from dataclasses import replace

import pytest

from engine.machine.hearing.expecting import expects
from engine.model.flow import FlowSet, Kind, State, Way
from tests.engine.machine.scene import FACTS, Salon, Scene

FIVE = "2026-06-01T17:00"


def offered(flows: FlowSet, tool: str) -> Scene:
    """A customer who is asked whether to go on; this tool is called between yes and booking."""
    flow = flows.flows["follow_up"]
    asks = flow.states["still_wanted"]
    accept = asks.ways["accept"]
    through = State("through", Kind.DO, tool, main=Way(step=accept.step))
    ways = {**asks.ways, "accept": replace(accept, step="through")}
    states = {**flow.states, "still_wanted": replace(asks, ways=ways), "through": through}
    changed = {**flows.flows, "follow_up": replace(flow, states=states)}
    scene = Scene(Salon(replace(flows, flows=changed)))
    scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")
    scene.facts = {**FACTS, "dials.follow_up": 1}
    scene.rings("confirm")
    return scene.rings("quiet")


def test_what_is_only_looked_up_stands_in_no_ones_way(flows: FlowSet) -> None:
    scene = offered(flows, "list_active_services")
    assert scene.state == "STILL_WANTED"
    scene.says(time=FIVE)
    assert scene.session.frames[-1].flow == "booking"


@pytest.mark.parametrize("tool", ["cancel_booking", "tentatively_reserve"])
def test_nothing_is_done_at_an_answer_that_is_no_yes(flows: FlowSet, tool: str) -> None:
    scene = offered(flows, tool)
    scene.says(time=FIVE)
    assert tool not in scene.ran


@pytest.mark.parametrize(
    ("told", "goes_to"),
    [
        ({"time": FIVE}, "booking"),
        ({"service": "haircut"}, "booking"),
        ({"time": "2026-06-01T16:00"}, None),
        ({"service": "swedish"}, None),
        ({"time": "2026-06-02"}, None),
    ],
)
def test_a_no_beside_something_else_is_for_that(
    flows: FlowSet, told: dict[str, str], goes_to: str | None
) -> None:
    """What is held already is only named: "no thanks, see you at 4"; a day alone tells nothing."""
    scene = offered(flows, "list_active_services")
    named = {kind: one for kind, one in told.items() if kind != "time"}
    scene.says("deny", time=told.get("time"), sure=0.95, **named)
    on_top = next((frame.flow for frame in reversed(scene.session.frames)), None)
    assert (on_top == "booking") is (goes_to == "booking")


def test_a_figure_is_an_hour_where_a_task_is_offered(flows: FlowSet) -> None:
    scene = offered(flows, "list_active_services")
    heard = expects(scene.salon.flows, scene.session)
    assert {one.type.name for one in heard.expected if one.asked} == {"opening"}
