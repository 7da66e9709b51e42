"""A flow that begins with what a tool tells later knows what that gives, with every fact of it."""

from engine.model.flow import FlowSet
from engine.proof.proof import prove
from tests.proof.small import LOOK, Slip, Slips, book, flows

ASKED_OFTEN = Slips(
    Slip("look", "start: {intents: [services]}", "start: {event: push.settled}"),
    Slip("look", "steps:\n", "rules: {often: payment.prompts > 1}\nsteps:\n"),
    Slip("look", "  like:", "  often_asked: {branch: {often: enough}}\n  like:"),
    Slip("look", "  no_more: {end: left}", "  enough: {end: left}\n  no_more: {end: left}"),
)


def test_both_sides_of_a_fact_of_the_news_are_looked_at() -> None:
    world = flows(ASKED_OFTEN, names=LOOK)
    assert isinstance(world, FlowSet), world
    unit = prove(world, book(), roots=["look"]).units["look"]
    assert {("look", "like"), ("look", "enough")} <= unit.reached
    assert not unit.wrong
