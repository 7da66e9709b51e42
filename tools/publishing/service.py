"""Versions of a business's flows: the command, the studio and the API change them only here."""

from asyncio import to_thread
from dataclasses import dataclass, field

import structlog

from engine.clock import Clock
from engine.errors import InputError, UnavailableError
from engine.ids import new_ulid
from engine.model.tenant import Tenant
from engine.spec.document.problem import Problems
from engine.store.database import Database
from engine.store.tenancy import TenantGate, transaction
from tools.publishing import beneath, rows
from tools.publishing.beneath import Conflict
from tools.publishing.conflict import compare, conflict
from tools.publishing.gate import Gate, Shelf, Verdict
from tools.publishing.landing import ALONE, Landing
from tools.publishing.live import live
from tools.publishing.past import in_force, read_past
from tools.publishing.records import (
    NONE,
    WRITERS,
    Editor,
    NotAllowed,
    Published,
    Refused,
    Report,
    Version,
    Wish,
)
from tools.publishing.shelves import Shelves, keep
from tools.publishing.written import Written, written

MOST = 200
TRIES = 5
"""Another document may be published while one is checked: then it is checked again."""
log = structlog.get_logger("publishing")


@dataclass(frozen=True, slots=True)
class Publishing:
    """Drafts, checks, publishes and goes back, for one tenant at a time."""

    database: Database
    gate: Gate
    clock: Clock
    shelves: Shelves = field(default_factory=Shelves)

    async def check(self, tenant: Tenant, text: Written, *, pin: bool = False) -> Report:
        """Say what keeps a document from being published, and whom it would strand."""
        shelf = await self.shelf(tenant)
        return (await self._checked(shelf, text.name, text, pin=pin)).report

    async def draft(
        self, tenant: Tenant, editor: Editor, text: Written, seen: str | None
    ) -> Version:
        """Keep a document that is not finished; faults do not matter, nothing else changes.

        Args:
            tenant: whose it is.
            editor: who writes.
            text: the document.
            seen: digest of the draft that was there when the work began; None: there was none.

        Raises:
            NotAllowed: the role does not let them.
            ConflictError: somebody else saved a draft meanwhile.
        """
        _allowed(editor, "change flows")
        async with transaction(self.database, tenant) as tx:
            await tx.execute(ALONE, {"slug": tenant.slug})
            held = await rows.one(tx, text.name, NONE)
            theirs = held is not None and held.author != editor.name
            if held and theirs and held.digest not in {seen, text.digest}:
                raise conflict(held, seen or "none")
            base = text.base if text.base is not None else await rows.latest(tx, text.name)
            draft = Version(
                text.name, NONE, text.digest, text.source, "draft", editor.name, "", base,
                self.clock.now(),
            )  # fmt: skip
            await tx.execute(rows.DROP_DRAFT, {"flow": text.name})
            await rows.add(tx, draft, new_ulid(self.clock))
        return draft

    async def publish(self, tenant: Tenant, editor: Editor, wish: Wish) -> Published | Refused:
        """Put a document in force: all of it and for the next turn of everybody, or nothing.

        Raises:
            NotAllowed: the role does not let them.
            ConflictError: somebody published another version since `wish.base`.
            UnavailableError: the conversations could not be held still in time.
        """
        _allowed(editor, "publish")
        for _ in range(TRIES):
            shelf = await self.shelf(tenant)
            before = await rows.published(TenantGate(self.database, tenant))
            if (same := _same(before, wish)) is not None:
                return Published(same, Report(wish.document), unchanged=True)
            compare(before, wish.document, wish.base)
            verdict = await self._checked(shelf, wish.document, wish.text, pin=wish.pin)
            if not verdict.report.good or verdict.flows is None:
                return Refused(verdict.report)
            landing = Landing(self.database, self.gate, self.clock, shelf, before, verdict.flows)
            if (version := await landing.land(editor, wish)) is None:
                continue
            if isinstance(version, Report):
                return Refused(version)
            _told(tenant, version, wish)
            return Published(version, verdict.report, pinned=wish.pin)
        raise UnavailableError("flow.busy", "Others publish all the time. Try again in a minute.")

    async def rollback(
        self,
        tenant: Tenant,
        editor: Editor,
        document: str,
        to: int,
        *,
        note: str = "",
        pin: bool = False,
    ) -> Published | Refused:
        """Publish an earlier version again, as a new one; version 0: as if it had never been.

        Raises:
            InputError: there is no such document or version.
            NotAllowed, ConflictError, UnavailableError: as for `publish`.
        """
        gate = TenantGate(self.database, tenant)
        held = {one.document: one for one in await rows.published(gate)}.get(document)
        if held is None:
            raise _unknown(tenant, document)
        text = await self._again(gate, tenant, document, to) if to else None
        why = note or (f"back to version {to}" if to else "taken away")
        return await self.publish(tenant, editor, Wish(document, text, held.version, why, pin))

    async def history(
        self, tenant: Tenant, document: str | None = None, most: int = MOST
    ) -> tuple[Version, ...]:
        """Give versions with who, when and why, the newest first."""
        return await rows.history(TenantGate(self.database, tenant), document, most)

    async def version(self, tenant: Tenant, document: str, version: int | None = None) -> Version:
        """Give one version of a document; None: the one in force.

        Raises:
            InputError: there is none.
        """
        gate = TenantGate(self.database, tenant)
        if version is not None:
            found = await rows.one(gate, document, version)
        else:
            held = {one.document: one for one in await rows.published(gate)}
            found = held.get(document)
        if found is None:
            raise _unknown(tenant, document, version)
        return found

    async def in_force(self, tenant: Tenant) -> tuple[Version, ...]:
        """Give the documents of a business that are in force, by name."""
        found = await rows.published(TenantGate(self.database, tenant))
        return tuple(one for one in found if one.source)

    async def shelf(self, tenant: Tenant) -> Shelf:
        """Read what a business has in force, and its live conversations."""
        gate = TenantGate(self.database, tenant)
        sources = in_force(await rows.published(gate))
        past = await read_past(gate, self.gate.worlds, tenant.vertical, self.shelves)
        return Shelf(tenant, sources, past, await live(gate))

    async def conflicts(self, tenant: Tenant) -> tuple[Conflict, ...]:
        """Say what an upgrade changed beneath the documents of a business, as pulled."""
        gate, now = TenantGate(self.database, tenant), self.gate.worlds.shipped(tenant.vertical)
        found = await beneath.laid(gate)
        then = await self.shelves.of(gate, beneath.outdated(found, now))
        return beneath.compared(found, now, then, tenant.slug)

    async def seen(self, tenant: Tenant, editor: Editor) -> None:
        """Note that the documents in force are still meant so on what is shipped now.

        Raises:
            NotAllowed: the role does not let them.
        """
        _allowed(editor, "settle conflicts")
        now = self.gate.worlds.shipped(tenant.vertical)
        async with transaction(self.database, tenant) as tx:
            await tx.execute(ALONE, {"slug": tenant.slug})
            await keep(tx, now)
            await beneath.seen(tx, now.digest)
        log.info("flow.conflicts_seen", tenant=tenant.slug, by=editor.name, shipped=now.digest[:12])

    async def _checked(
        self, shelf: Shelf, name: str, text: Written | None, *, pin: bool
    ) -> Verdict:
        """Check beside the loop, and before anything is locked: a proof takes its time."""
        return await to_thread(self.gate.check, shelf, name, text, pin=pin)

    async def _again(self, gate: TenantGate, tenant: Tenant, document: str, to: int) -> Written:
        found = await rows.one(gate, document, to)
        if found is None or not found.source:
            raise _unknown(tenant, document, to)
        text = written(found.source, f"{document}.yaml", tenant.slug)
        if isinstance(text, Problems):
            raise InputError("flow.unreadable", str(text))
        return text


def _allowed(editor: Editor, what: str) -> None:
    if editor.role not in WRITERS:
        raise NotAllowed(editor, what)


def _same(held: tuple[Version, ...], wish: Wish) -> Version | None:
    """The version in force, where it says what is wished for already."""
    now = next((one for one in held if one.document == wish.document), None)
    digest = wish.text.digest if wish.text else ""
    return now if now is not None and now.digest == digest else None


def _told(tenant: Tenant, version: Version, wish: Wish) -> None:
    """Who changed what stands in the log as well as in the rows."""
    log.info(
        "flow.published",
        tenant=tenant.slug,
        document=version.document,
        version=version.version,
        by=version.author,
        pinned=wish.pin,
    )


def _unknown(tenant: Tenant, document: str, version: int | None = None) -> InputError:
    what = f"version {version} of '{document}'" if version is not None else f"document '{document}'"
    return InputError(
        "flow.unknown",
        f"'{tenant.slug}' has no {what}. See: ratiba flow history --tenant {tenant.slug}.",
    )
