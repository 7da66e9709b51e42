"""Fixtures as a set: how many conversations the flows lead as they are written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.document.listing import FIXTURES
from engine.document.problem import Problem
from engine.rehearsal.fixtures.fixture import Says
from engine.rehearsal.fixtures.read import where
from engine.rehearsal.playing.report import Played
from ratiba.evaluating.report import Report
from ratiba.evaluating.verdict import Judged, Scored, Verdict
from ratiba.testing.crew import play_all
from ratiba.testing.found import Found as FoundFixtures
from ratiba.testing.found import find as find_fixtures

SUFFIX = ".yaml"
KIND = "fixtures"


def fixtures_below(path: Path) -> FoundFixtures | None:
    """The fixtures of a file or of the `fixtures/` below a folder; None: there are none.

    Raises:
        ConfigError: the flows themselves do not hold together.
    """
    some = path.rglob(f"*{SUFFIX}") if path.is_dir() else iter((path,))
    inside = path.is_dir() and FIXTURES in path.resolve().parts
    if any(_is(one, inside=inside) for one in some):
        return find_fixtures((path,))
    return None


def _is(path: Path, *, inside: bool) -> bool:
    return path.suffix == SUFFIX and (inside or path.is_file()) and FIXTURES in path.resolve().parts


def problems_of(found: FoundFixtures | None) -> Sequence[Problem]:
    """What is written wrongly in them."""
    return found.problems if found else ()


def play_fixtures(found: FoundFixtures, every: int) -> Report:
    """Play each so many'th of them."""
    played = play_all(found.cases[::every])
    return Report(KIND, KIND, "conversation", tuple(_scored(played)))


def _scored(played: Sequence[Played]) -> Iterator[Scored]:
    for one in played:
        fixture = one.fixture
        texts = (turn.act.text for turn in fixture.turns if isinstance(turn.act, Says))
        yield Scored(fixture.name, where(fixture.at), next(texts, ""), _judged(one), one.ms)


def _judged(played: Played) -> Judged:
    flow = played.fixture.flow
    if not played.faults:
        return Judged(Verdict.RIGHT, flow, "as written", "as written")
    first = played.faults[0]
    came = first.key or "broke off"
    detail = f"{where(first.at)}: {first.came}, not {first.expected}"
    return Judged(Verdict.MISSED, flow, "as written", came, detail)
