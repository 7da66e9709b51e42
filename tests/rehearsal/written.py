"""Fixtures written in a test, read and played."""

from engine.document.problem import Problems
from engine.document.reader import read
from engine.rehearsal.fixtures.fixture import Fixture
from engine.rehearsal.fixtures.read import read_fixtures
from engine.rehearsal.playing.play import play
from engine.rehearsal.playing.report import Played
from engine.rehearsal.staging.world import World

HEAD = "ratiba: 1\nfixture: trial\nflow: booking\nnow: 2026-05-31T10:00\n"
QUIET = "given: {facts: {dials.cross_sell_aggressiveness: 0, tenant.mpesa_enabled: false}}\n"


def found(text: str, world: World) -> tuple[Fixture, ...] | Problems:
    document = read(text, "trial.yaml")
    assert not isinstance(document, Problems), str(document)
    return read_fixtures(document, world.flows, world.book.phrases)


def fixture(turns: str, world: World, head: str = HEAD + QUIET, end: str = "") -> Fixture:
    lines = "".join(f"  {line}\n" for line in turns.strip().splitlines())
    read_ = found(f"{head}turns:\n{lines}{end}", world)
    assert isinstance(read_, tuple), str(read_)
    return read_[0]


def played(turns: str, world: World, head: str = HEAD + QUIET, end: str = "") -> Played:
    return play(world, fixture(turns, world, head, end))
