"""What somebody asks of publishing: may they, what does it come to, and what is told of it."""

from collections.abc import Sequence

import structlog

from engine.assembly.shipped import Shipped
from engine.errors import InputError
from engine.model.tenant import Tenant
from tools.publishing.gate import Changes
from tools.publishing.records import WRITERS, Editor, NotAllowed, Version, Wish

log = structlog.get_logger("publishing")


def changes_of(wishes: Sequence[Wish]) -> Changes:
    """What wishes come to together.

    Raises:
        InputError: a document is named twice.
    """
    changes = {wish.document: wish.text for wish in wishes}
    if len(changes) < len(wishes):
        names = [wish.document for wish in wishes]
        twice = ", ".join(f"'{name}'" for name in changes if names.count(name) > 1)
        raise InputError("flow.twice", f"{twice} is given twice. Leave one of them out.")
    return changes


def allowed(editor: Editor, what: str) -> None:
    """Hold somebody to their role.

    Raises:
        NotAllowed: it does not let them.
    """
    if editor.role not in WRITERS:
        raise NotAllowed(editor, what)


def same_as(held: Sequence[Version], wish: Wish) -> Version | None:
    """The version in force, where it says what is wished for already."""
    now = next((one for one in held if one.document == wish.document), None)
    digest = wish.text.digest if wish.text else ""
    return now if now is not None and now.digest == digest else None


def tell(tenant: Tenant, versions: Sequence[Version], *, pin: bool) -> None:
    """Who changed what stands in the log as well as in the rows."""
    for version in versions:
        log.info(
            "flow.published",
            tenant=tenant.slug,
            document=version.document,
            version=version.version,
            by=version.author,
            pinned=pin,
        )


def unknown(tenant: Tenant, document: str, version: int | None = None) -> InputError:
    """There is no such document, or no such version of it."""
    what = f"version {version} of '{document}'" if version is not None else f"document '{document}'"
    return InputError(
        "flow.unknown",
        f"'{tenant.slug}' has no {what}. See: ratiba flow history --tenant {tenant.slug}.",
    )


def settled(tenant: Tenant, editor: Editor, now: Shipped) -> None:
    """Who said that documents are still meant so."""
    log.info("flow.conflicts_seen", tenant=tenant.slug, by=editor.name, shipped=now.digest[:12])
