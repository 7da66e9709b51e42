"""Everything that the verbs of `ratiba flow` work with, opened and closed together."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from psycopg.errors import UndefinedColumn, UndefinedTable

from engine.assembly.core import opened
from engine.assembly.library import Library, Repertoire, load_library
from engine.clock import SystemClock
from engine.document.problem import Problems
from engine.errors import ConfigError, InputError
from engine.model.tenant import Tenant
from engine.settings import Settings
from ratiba import loop
from ratiba.checking.places import home
from ratiba.checking.proofs import Proofs
from ratiba.keeping.schema import bring_up
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.progress import Progress
from tools.definitions import load_definitions
from tools.publishing.gate import Gate, Prover
from tools.publishing.overlaying import laid
from tools.publishing.records import Editor, Role
from tools.publishing.service import Publishing
from tools.publishing.written import Written, written

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """One business, its versions, and what is shipped beneath them."""

    tenant: Tenant
    publishing: Publishing
    library: Library

    def read(self, path: Path) -> Written | Problems:
        """Read a document from a file.

        Raises:
            InputError: there is no such file, or it is no text.
        """
        return written(text_of(path), str(path), self.tenant.slug)

    def repertoire(self, sources: dict[str, str]) -> Repertoire:
        """What the business says and does with these documents.

        Raises:
            ConfigError: they do not fit what is shipped.
        """
        found = laid(self.library, self.tenant.vertical, sources)
        if isinstance(found, Problems):
            raise ConfigError("flows.invalid", str(found))
        return found


def at_desk(slug: str, work: Callable[[Desk], Awaitable[T]], *, json: bool) -> T:
    """Open a business's desk and do one thing at it.

    Args:
        slug: of the business.
        work: what is done.
        json: for programs: nothing is told meanwhile.

    Raises:
        InputError: there is no such business.
    """
    return at_desks(slug, work, json=json)[0]


def at_desks(
    slug: str | None, work: Callable[[Desk], Awaitable[T]], *, json: bool, migrate: bool = True
) -> list[T]:
    """Do one thing at the desk of a business, or, for None, of every one.

    Args:
        slug: of the business.
        work: what is done.
        json: for programs: nothing is told meanwhile.
        migrate: False: an older release serves customers from this database, and goes on.

    Raises:
        InputError: there is no such business.
        ConfigError: the schema is not migrated and lacks what this release reads.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        start_logs(settings, quiet="warning")
        if migrate:
            bring_up(settings.database_url, progress)
        progress.done()
        prover = Proofs(home(), lambda words: progress.again(f"proving {words}"))
        found = loop.run(_at(settings, slug, work, prover))
        progress.done()
        return found


async def _at(
    settings: Settings,
    slug: str | None,
    work: Callable[[Desk], Awaitable[T]],
    prover: Prover,
) -> list[T]:
    clock = SystemClock(settings.ratiba_clock_offset_file)
    library = load_library(load_definitions())
    async with opened(settings, clock) as core:
        publishing = Publishing(core.database, Gate(library, prover), clock)
        try:
            tenants = [await core.tenants.by_slug(slug)] if slug else await core.tenants.every()
            return [await work(Desk(tenant, publishing, library)) for tenant in tenants]
        except (UndefinedTable, UndefinedColumn):
            raise ConfigError(
                "schema.older",
                "The database lacks what this release reads of it. Run: ratiba migrate",
            ) from None


def author(name: str) -> Editor:
    """Whoever runs the command has the database: an owner."""
    return Editor(name, Role.OWNER)


def text_of(path: Path) -> str:
    """The text of a file.

    Raises:
        InputError: there is none, or it is no text.
    """
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise InputError("flow.file", f"{path} cannot be read ({reason}).") from None
