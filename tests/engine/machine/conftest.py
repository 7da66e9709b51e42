"""The shipped flows, compiled once, and a fresh conversation with a small salon."""

import pytest

from engine.assembly.library import load_library
from engine.model.flow import FlowSet
from tests.engine.machine.scene import Salon, Scene
from tools.definitions import load_definitions


@pytest.fixture(scope="session")
def flows() -> FlowSet:
    return load_library(load_definitions()).flows


@pytest.fixture
def scene(flows: FlowSet) -> Scene:
    return Scene(Salon(flows))


@pytest.fixture
def confirming(scene: Scene) -> Scene:
    """A customer who stands before the yes: swedish with Anna at 16:00."""
    return scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")


@pytest.fixture
def paying(confirming: Scene) -> Scene:
    """The same customer, with the M-Pesa prompt on the phone."""
    return confirming.says("affirm")
