"""`ratiba test --generate`: the flows write their own fixtures."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from engine.assembly.library import ROOT
from engine.rehearsal.fixture import Fixture
from engine.rehearsal.generate import Generated, generate
from engine.rehearsal.report import Played
from engine.rehearsal.write import file_text
from engine.spec.files import FIXTURES
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.testing.found import PLAIN
from ratiba.testing.worlds import world_of

FOLDER = ROOT / "flows" / FIXTURES / "generated"
HEAD = (
    "Written by `ratiba test --generate` from the graph of the flow: every transition, every order",
    "of giving answers, a correction and a digression at each step. Run it again, do not edit.",
)
SCHEMA = "../fixture.schema.json"


def run(*, json: bool) -> int:
    """Write the fixtures of every shipped flow; tell what is out of reach.

    Raises:
        ConfigError: the flows do not hold together.
    """
    made = generate(world_of(PLAIN))
    files = write(made.fixtures, FOLDER)
    tell = _tell_programs if json else _tell_people
    tell(made, files)
    return FINDINGS if made.broken or made.left else GOOD


def write(fixtures: Sequence[Fixture], folder: Path) -> int:
    """Write a file a flow in the place of those that were there; gives how many."""
    folder.mkdir(parents=True, exist_ok=True)
    flows = dict.fromkeys(fixture.flow for fixture in fixtures)
    for old in folder.glob("*.yaml"):
        if old.stem not in flows:
            old.unlink()
    for flow in flows:
        of_flow = [fixture for fixture in fixtures if fixture.flow == flow]
        (folder / f"{flow}.yaml").write_text(file_text(of_flow, HEAD, SCHEMA), "utf-8")
    return len(flows)


def _tell_programs(made: Generated, files: int) -> None:
    emit({"fixtures": len(made.fixtures), "files": files, "left": [str(one) for one in made.left],
          "broken": [_why(one) for one in made.broken], "situations": made.looked_at})  # fmt: skip


def _tell_people(made: Generated, files: int) -> None:
    out = console()
    for one in made.broken:
        out.print(Text.assemble(("broke off  ", "bold red"), one.fixture.name), _why(one))
    for left in made.left:
        out.print(Text.assemble(("never taken  ", "bold yellow"), str(left)))
    out.print(
        f"{len(made.fixtures)} fixtures in {files} files below {FOLDER.relative_to(ROOT)}; "
        f"{made.looked_at} situations looked at"
    )


def _why(played: Played) -> str:
    return played.faults[0].came
