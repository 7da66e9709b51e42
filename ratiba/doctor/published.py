"""A business's own flows: do they fit what is shipped."""

from collections.abc import Iterator
from functools import cache

from engine.assembly.library import Library, load_library
from engine.assembly.shipped import Shipped
from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.spec.phrases.spoken import Texts
from engine.store.names import compose_for
from ratiba.doctor.row import Row, fail, good, warn
from ratiba.keeping.session import Session
from tools.definitions import load_definitions
from tools.publishing.beneath import LAID, Laid, compared, outdated
from tools.publishing.overlaying import laid, said
from tools.publishing.own_words import OWN, by_language
from tools.publishing.shelves import READ, shelves

VERTICAL = "SELECT vertical FROM public.tenants WHERE slug = %s"
SHOWN = 3
"""Conflicts that a row tells."""


def published(session: Session, slug: str) -> Iterator[Row]:
    """Compile what a business has published on what is shipped now, and compare with what was.

    Where that no longer fits, conversations go on with the last that did.
    """
    what = f"{slug}: own flows"
    (vertical,) = session.execute(VERTICAL, [slug]).fetchone() or ("",)
    found = [Laid(*row) for row in session.execute(compose_for(slug, LAID)).fetchall()]
    words = by_language(session.execute(compose_for(slug, OWN)).fetchall())
    if not found and not words:
        yield good(what, "none: as shipped")
        return
    try:
        library = _library()
    except ConfigError as error:
        yield fail(what, str(error).splitlines()[0], "ratiba check")
        return
    yield _fits(library, vertical, what, found)
    if words:
        yield _said(library, vertical, slug, found, words)
    yield from _upgraded(session, slug, found, library.shipped(vertical))


def _fits(library: Library, vertical: str, what: str, found: list[Laid]) -> Row:
    slug = what.partition(":")[0]
    world = laid(library, vertical, {one.document: one.source for one in found})
    if isinstance(world, Problems):
        fix = f"ratiba flow pull --tenant {slug}; put it right; ratiba flow push --tenant {slug}"
        return fail(what, f"no longer fit what is shipped: {world.items[0]}", fix)
    named = ", ".join(one.document for one in found) or "none"
    return good(what, f"{named}: fit what is shipped")


def _said(library: Library, vertical: str, slug: str, found: list[Laid], words: Texts) -> Row:
    """What it says in words of its own; those that do not hold are not said."""
    whole, unsaid = said(library, vertical, {one.document: one.source for one in found}, words)
    what = f"{slug}: own words"
    if isinstance(whole, Problems):
        return warn(what, "looked at once the flows beneath them fit", "ratiba doctor")
    if unsaid:
        fix = f"ratiba flow phrase --tenant {slug} {unsaid[0].key} en='...' sw='...'"
        return fail(what, f"not said: {unsaid[0]}", fix)
    return good(what, f"{len({phrase for texts in words.values() for phrase in texts})} phrases")


def _upgraded(session: Session, slug: str, found: list[Laid], now: Shipped) -> Iterator[Row]:
    """What changed beneath them with a deployment, until somebody has looked at it."""
    older = outdated(found, now)
    rows = session.execute(compose_for(slug, READ), {"digests": [*older]}) if older else ()
    conflicts = compared(found, now, shelves(rows), slug)
    if conflicts:
        told = " ".join(str(one.problem) for one in conflicts[:SHOWN])
        more = f" And {len(conflicts) - SHOWN} more." if len(conflicts) > SHOWN else ""
        fix = f"ratiba flow conflicts --tenant {slug}"
        some = f"{len(conflicts)} conflict{'s' * (len(conflicts) > 1)}"
        yield warn(f"{slug}: upgrade", f"{some}: {told}{more}", fix)


@cache
def _library() -> Library:
    return load_library(load_definitions())
