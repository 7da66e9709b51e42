"""`ratiba test --generate`: the flows write their own fixtures."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from rich.text import Text

from engine.assembly.library import ROOT
from engine.document.listing import FIXTURES
from engine.errors import ConfigError
from engine.explore.transitions import Transition, transitions
from engine.rehearsal.fixtures.fixture import PLAIN, Fixture
from engine.rehearsal.fixtures.write import file_text
from engine.rehearsal.generating.generate import Generated, generate
from engine.rehearsal.playing.report import Played
from engine.rehearsal.staging.world import World
from ratiba.terminal.faults import FINDINGS, GOOD, say_warning
from ratiba.terminal.out import console, emit
from ratiba.testing.stamp import stamped
from ratiba.testing.worlds import world_of
from tools.tenants.verticals import list_verticals

HEAD = (
    "Written by `ratiba test --generate` from the graph of the flow: every transition, every order",
    "of giving answers, a correction and a digression at each step. Run it again, do not edit.",
)
OWN = (
    "Written by `ratiba test --generate`: the transitions that this kind of business adds to the",
    "flows. Run it again, do not edit.",
)
GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class Written:
    """What a kind of business has written, and where.

    Attributes:
        folder: of its generated fixtures.
        files: how many they are.
    """

    vertical: str
    made: Generated
    folder: Path
    files: int


def run(*, json: bool) -> int:
    """Write the fixtures of every shipped flow; tell what is out of reach.

    Raises:
        ConfigError: the flows do not hold together.
    """
    shipped = transitions(world_of(PLAIN).flows)
    tell = _tell_programs if json else _tell_people
    every = [_plain()]
    tell(every[0])
    for name in list_verticals():
        if name != PLAIN and (own := _own(name, shipped)):
            tell(own)
            every.append(own)
    return FINDINGS if any(one.made.broken or one.made.left for one in every) else GOOD


def _plain() -> Written:
    folder, world = ROOT / "flows" / FIXTURES / GENERATED, world_of(PLAIN)
    made = generate(world)
    return Written(PLAIN, made, folder, write(made.fixtures, folder, HEAD, world))


def _own(vertical: str, held: Collection[Transition]) -> Written | None:
    """What a kind of business adds to what is shipped for all; None: its files do not hold."""
    folder = ROOT / "verticals" / vertical / FIXTURES / GENERATED
    try:
        world = world_of(vertical)
        made = generate(world, held, whole=False)
    except ConfigError as error:
        say_warning(str(error))
        return None
    return Written(vertical, made, folder, write(made.fixtures, folder, OWN, world))


def write(fixtures: Sequence[Fixture], folder: Path, head: Sequence[str], world: World) -> int:
    """Write a file a flow in the place of those that were there; gives how many."""
    flows = dict.fromkeys(fixture.flow for fixture in fixtures)
    for old in folder.glob("*.yaml"):
        if old.stem not in flows:
            old.unlink()
    for flow in flows:
        folder.mkdir(parents=True, exist_ok=True)
        of_flow = [fixture for fixture in fixtures if fixture.flow == flow]
        schema = relpath(ROOT / "flows" / FIXTURES / "fixture.schema.json", folder)
        text = file_text(of_flow, head, schema, world.tenant.vertical)
        (folder / f"{flow}.yaml").write_text(stamped(text, world.flows), "utf-8")
    return len(flows)


def _tell_programs(one: Written) -> None:
    made = one.made
    emit({"vertical": one.vertical, "fixtures": len(made.fixtures), "files": one.files,
          "left": [str(left) for left in made.left],
          "broken": [_why(broken) for broken in made.broken],
          "acts": made.looked_at})  # fmt: skip


def _tell_people(one: Written) -> None:
    out, made = console(), one.made
    for broken in made.broken:
        out.print(Text.assemble(("broke off  ", "bold red"), broken.fixture.name, "  "),
                  _why(broken))  # fmt: skip
    for left in made.left:
        out.print(Text.assemble(("never taken  ", "bold yellow"), str(left)))
    if made.fixtures:
        out.print(
            f"{len(made.fixtures)} fixtures in {one.files} files below "
            f"{one.folder.relative_to(ROOT)}; {made.looked_at} acts tried"
        )


def _why(played: Played) -> str:
    return played.faults[0].came
