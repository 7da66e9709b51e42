"""Shared by the tests of the language."""

from pathlib import Path

import pytest

from engine.model.flow import Flow, FlowSet
from engine.spec.compile import compile_flows
from tests.spec.folder import small_world
from tests.spec.world import PHRASES, TOOLS, World, base


@pytest.fixture(scope="session")
def world() -> World:
    return base()


@pytest.fixture(scope="session")
def visit(world: World) -> Flow:
    found = compile_flows(world.flows, TOOLS, PHRASES, world.types)
    assert isinstance(found, FlowSet), str(found)
    return found.flows["visit"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small world as a folder."""
    return small_world(tmp_path)
