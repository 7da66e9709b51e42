"""Flows of a few steps, compiled in the small world."""

from engine.model.flow import (
    Flow,
    FlowSet,
    State,
)
from tests.spec.world import World, compile_text

HEAD = "ratiba: 1\nflow: trial\ntitle: A trial\nstart: {intents: [other]}\n"


def flow_set(text: str, world: World) -> FlowSet:
    found = compile_text(text, world, "trial.yaml")
    assert isinstance(found, FlowSet), str(found)
    return found


def trial(world: World, steps: str, head: str = "") -> Flow:
    lines = "".join(f"  {line}\n" for line in steps.strip().splitlines())
    return flow_set(f"{HEAD}{head}steps:\n{lines}", world).flows["trial"]


def states(world: World, steps: str, head: str = "") -> dict[str, State]:
    return dict(trial(world, steps, head).states)
