"""The store that fixtures with rows are played on: there for the length of the command."""

import asyncio
from collections.abc import Sequence

from engine.rehearsal.fixtures.fixture import Fixture
from engine.rehearsal.playing.report import Played
from engine.settings import Settings
from ratiba import loop
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.progress import Progress
from ratiba.testing.staged import play_staged
from ratiba.testing.throwaway import throwaway

AT_ONCE = 2


def play_rows(fixtures: Sequence[Fixture], *, quiet: bool) -> list[Played]:
    """Play fixtures on Postgres, the embedded one unless another is named.

    Raises:
        RatibaError: no store can be had.
    """
    with Progress(quiet=quiet) as progress, own_machine(progress, rehearsal=True) as settings:
        start_logs(settings, quiet="error")
        progress("making a database for fixtures with rows")
        with throwaway(settings.database_url) as url:
            progress.done()
            own = settings.model_copy(update={"database_url": url})
            return loop.run(_played(own, fixtures))


async def _played(settings: Settings, fixtures: Sequence[Fixture]) -> list[Played]:
    """Two at once: while one waits for the store, the other goes on."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int, fixture: Fixture) -> Played:
        async with room:
            return await play_staged(settings, fixture, number)

    numbered = (one(number, fixture) for number, fixture in enumerate(fixtures, start=1))
    return list(await asyncio.gather(*numbered))
