"""Broken fixtures are data: each `broken/<name>.yaml` has its exact messages beside it."""

from pathlib import Path

import pytest

from engine.document.files import read_file
from engine.document.problem import Problems
from engine.rehearsal.fixtures.read import read_fixtures
from engine.rehearsal.staging.world import World

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))


def problems(path: Path, world: World) -> Problems:
    document = read_file(path, HERE)
    if isinstance(document, Problems):
        return document
    found = read_fixtures(document, world.flows, world.book.phrases)
    assert isinstance(found, Problems), "It was accepted."
    return found


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_fixture_is_told_so(path: Path, world: World) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert f"{problems(path, world)}\n" == expected


def test_there_are_many() -> None:
    assert len(BROKEN) >= 14
