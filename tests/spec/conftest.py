"""Shared by the tests of the language."""

import pytest

from tests.spec.world import World, base


@pytest.fixture(scope="session")
def world() -> World:
    return base()
