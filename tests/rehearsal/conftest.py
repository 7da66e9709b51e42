"""The spa's world, without any store."""

import pytest

from engine.rehearsal.staging.world import World
from ratiba.testing.worlds import world_of


@pytest.fixture(scope="session")
def world() -> World:
    return world_of("spa")
