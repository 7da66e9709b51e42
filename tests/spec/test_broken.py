"""Broken files are data: each `broken/<name>.yaml` has its exact messages beside it."""

from pathlib import Path

import pytest

from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Problems
from engine.document.tree import Document
from engine.spec.layers.layers import is_overlay
from engine.spec.parts.slot_types import compile_types
from tests.spec.world import HERE, TOOLS, World, compile_beside, compile_laid, document, named

BROKEN = sorted((HERE / "broken").glob("*.yaml"))
PROMISING = document(HERE / "promised" / "cure.yaml")
"""A flow with promises: what lies on it in `broken/promise_*.yaml` would take one back."""


def problems(path: Path, world: World) -> Problems:
    """Everything told of one file."""
    found = read_file(path, HERE)
    made = found if isinstance(found, Problems) else _made(found, world)
    assert isinstance(made, Problems), "It was accepted."
    return made


def _made(found: Document, world: World) -> object:
    if named(found) == named(PROMISING):
        return compile_laid([found], World(world.types, (*world.flows, PROMISING)))
    if is_overlay(found):
        return compile_laid([found], world)
    kinds = top(found.root).get("types") is not None and top(found.root).get("flow") is None
    return compile_types(found, TOOLS) if kinds else compile_beside(found, world)


def test_there_are_many() -> None:
    assert len(BROKEN) > 150


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_told_so(path: Path, world: World) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert f"{problems(path, world)}\n" == expected
