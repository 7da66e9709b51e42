from collections.abc import Mapping

from engine.model.flow import Flow
from engine.spec.problem import Faults
from engine.spec.world import World


def check_graph(flows: Mapping[str, Flow], world: World, faults: Faults) -> None:
    """Later."""
