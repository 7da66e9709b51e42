"""`make chaos`: every scenario, much of each, and a table of what was counted."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import aclosing

from rich.console import Console

from tests.chaos.ground import Ground, ground
from tests.chaos.report import table, write
from tests.chaos.rig import rig
from tests.chaos.run import Outcome, outcomes
from tests.chaos.scenario import Scenario
from tests.chaos.scenarios.every import EVERY

MUCH = 10
WIDE = 190


def main() -> int:
    """Run what was asked for; 1 if a counter is beyond what is allowed."""
    asked = _arguments()
    wanted = [one for one in EVERY if not asked.words or _named(one, asked.words)]
    with ground() as stores:
        found = asyncio.run(_all(stores, wanted, asked.much, asked.workers))
    Console(width=None if sys.stdout.isatty() else WIDE).print(table(found))
    if asked.write:
        write(found, asked.workers)
    return int(not all(one.good for one in found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("words", nargs="*", help="only scenarios or groups with one of these words")
    parser.add_argument("--much", type=int, default=MUCH, help="how much of each; make test does 1")
    parser.add_argument("--workers", type=int, default=2, help="worker processes")
    parser.add_argument("--write", action="store_true", help="write docs/chaos.md")
    return parser.parse_args()


def _named(scenario: Scenario, words: Sequence[str]) -> bool:
    text = f"{scenario.group} {scenario.name}".lower()
    return any(word.lower() in text for word in words)


async def _all(
    stores: Ground, wanted: Sequence[Scenario], much: int, workers: int
) -> Sequence[Outcome]:
    found, console = [], Console(stderr=True, highlight=False)
    async with rig(stores, workers) as mine, aclosing(outcomes(mine, wanted, much)) as running:
        console.print(f"{len(wanted)} scenarios on {len(mine.processes)} processes")
        async for outcome in running:
            mark = "[green]✓[/]" if outcome.good else "[red]✗[/]"
            broken = f" {outcome.broken}" if outcome.broken else ""
            console.print(f"{mark} {outcome.scenario.name}: {outcome.seen}{broken}")
            found.append(outcome)
    return found


if __name__ == "__main__":
    sys.exit(main())
