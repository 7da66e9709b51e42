"""Versions of a business's flows: the command, the studio and the API change them only here."""

from asyncio import get_running_loop, to_thread
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import ParamSpec, TypeVar

from engine.clock import Clock
from engine.document.problem import Problems
from engine.errors import InputError, UnavailableError
from engine.ids import new_ulid
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate, transaction
from tools.catalog.read import read_catalogue
from tools.catalog.unmet import Stock
from tools.publishing import beneath, rows
from tools.publishing.alone import alone
from tools.publishing.asking import allowed, changes_of, same_as, settled, tell, unknown
from tools.publishing.beneath import Conflict
from tools.publishing.conflict import compare, conflict
from tools.publishing.gate import Business, Gate
from tools.publishing.landing import Landing, unchanged
from tools.publishing.live import live
from tools.publishing.own_lexicon import not_understood
from tools.publishing.own_words import Wordings, put, read_words, reworded
from tools.publishing.past import read_past
from tools.publishing.records import (
    NONE,
    Editor,
    Published,
    Refused,
    Report,
    Version,
    Wish,
)
from tools.publishing.shelves import Shelves, keep
from tools.publishing.written import Written, written

P = ParamSpec("P")
T = TypeVar("T")
MOST = 200
TRIES = 5
"""Another document may be published while one is checked: then it is checked again."""
CHECKING = ThreadPoolExecutor(4, "publishing")
"""Checks are long: the loop's own threads stay free for what live turns need."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """Drafts, checks, publishes and goes back, for one tenant at a time."""

    database: Database
    gate: Gate
    clock: Clock
    shelves: Shelves = field(default_factory=Shelves)

    async def check(
        self, tenant: Tenant, *texts: Written, pin: bool = False, prove: bool = True
    ) -> Report:
        """Say what keeps documents from being published together, and whom it would strand.

        Args:
            tenant: whose they are.
            texts: the documents.
            pin: conversations that are under way would stay in the version they are in.
            prove: False: a first look, while somebody writes.
        """
        business = await self.business(tenant)
        changes = {text.name: text for text in texts}
        verdict = await _beside(self.gate.check, business, changes, pin=pin, prove=prove)
        return verdict.report

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
        allowed(editor, "change flows")
        async with transaction(self.database, tenant) as tx:
            await alone(tx)
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

    async def publish(self, tenant: Tenant, editor: Editor, *wishes: Wish) -> Published | Refused:
        """Put documents in force together: all of it and for the next turn of all, or nothing.

        Raises:
            NotAllowed: the role does not let them.
            InputError: a document is named twice.
            ConflictError: somebody published another version of one since its `base`.
            UnavailableError: the conversations could not be held still in time.
        """
        allowed(editor, "publish")
        changes = changes_of(wishes)
        for _ in range(TRIES):
            business = await self.business(tenant)
            same = {
                wish.document: kept for wish in wishes if (kept := same_as(business.held, wish))
            }
            asked = [wish for wish in wishes if wish.document not in same]
            if not asked:
                return await self._as_it_is(business, tuple(same.values()))
            for wish in asked:
                compare(business.held, wish.document, wish.base)
            pin = any(wish.pin for wish in asked)
            verdict = await _beside(self.gate.check, business, changes, pin=pin)
            if not verdict.report.good or verdict.flows is None:
                return Refused(verdict.report)
            landing = Landing(self.database, self.gate, self.clock, business, verdict)
            if (made := await landing.land(editor, asked)) is None:
                continue
            if isinstance(made, Report):
                return Refused(made)
            tell(tenant, made, pin=pin)
            every = {**same, **{one.document: one for one in made}}
            versions = tuple(every[wish.document] for wish in wishes)
            new = frozenset(one.document for one in made)
            return Published(versions, verdict.report, new, pinned=pin)
        raise UnavailableError("flow.busy", "Others publish all the time. Try again in a minute.")

    async def _as_it_is(self, business: Business, same: tuple[Version, ...]) -> Published | Refused:
        """What is in force says it already; but perhaps that is not what customers meet."""
        now = await _beside(self.gate.served, business)
        report = Report(", ".join(one.document for one in same), now.problems)
        return Published(same, report) if report.good else Refused(report)

    async def say(self, tenant: Tenant, editor: Editor, phrase: str, wordings: Wordings) -> Report:
        """Let a business say a phrase in words of its own, if all that it says then is proved.

        Args:
            tenant: the business.
            editor: who writes.
            phrase: its id: `booking.summary`.
            wordings: language -> words; none: as it is beneath.

        Returns:
            What the check says; with problems, nothing was changed.

        Raises:
            NotAllowed: the role does not let them.
            UnavailableError: others publish all the time.
        """
        allowed(editor, "change words")
        gate = TenantGate(self.database, tenant)
        if strange := await not_understood(gate, tenant, phrase, wordings):
            return Report("", strange)
        for _ in range(TRIES):
            business = await self.business(tenant)
            words = reworded(business.words, phrase, wordings)
            report = await _beside(self.gate.reword, business, words)
            if not report.good:
                return report
            async with transaction(self.database, tenant) as tx:
                await alone(tx)
                if await unchanged(tx, business):
                    await put(tx, phrase, wordings, editor.name, self.clock.now())
                    return report
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
            raise unknown(tenant, document)
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
            raise unknown(tenant, document, version)
        return found

    async def in_force(self, tenant: Tenant) -> tuple[Version, ...]:
        """Give the documents of a business that are in force, by name."""
        found = await rows.published(TenantGate(self.database, tenant))
        return tuple(one for one in found if one.source)

    async def drafts(self, tenant: Tenant) -> tuple[Version, ...]:
        """Give the documents of a business that are kept and not in force, by name."""
        return await rows.drafts(TenantGate(self.database, tenant))

    async def business(self, tenant: Tenant) -> Business:
        """Read what a business has in force, and its live conversations."""
        gate = TenantGate(self.database, tenant)
        held = await rows.published(gate)
        past = await read_past(gate, self.gate.worlds, tenant.vertical, self.shelves)
        stock = Stock.of(await read_catalogue(gate, tenant))
        return Business(tenant, held, past, await live(gate), await read_words(gate), stock)

    async def conflicts(self, tenant: Tenant) -> tuple[Conflict, ...]:
        """Say what an upgrade changed beneath the documents of a business, as pulled."""
        gate, now = TenantGate(self.database, tenant), self.gate.worlds.shipped(tenant.vertical)
        found = await beneath.laid(gate)
        then = await self.shelves.of(gate, beneath.outdated(found, now))
        return await to_thread(beneath.compared, found, now, then, tenant.slug)

    async def seen(self, tenant: Tenant, editor: Editor) -> None:
        """Note that the documents in force are still meant so on what is shipped now.

        Raises:
            NotAllowed: the role does not let them.
        """
        allowed(editor, "settle conflicts")
        now = self.gate.worlds.shipped(tenant.vertical)
        async with transaction(self.database, tenant) as tx:
            await alone(tx)
            await keep(tx, now)
            await beneath.seen(tx, now.digest)
        settled(tenant, editor, now)

    async def _again(self, gate: TenantGate, tenant: Tenant, document: str, to: int) -> Written:
        found = await rows.one(gate, document, to)
        if found is None or not found.source:
            raise unknown(tenant, document, to)
        text = written(found.source, f"{document}.yaml", tenant.slug)
        if isinstance(text, Problems):
            raise InputError("flow.unreadable", str(text))
        return text


async def _beside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Check beside the loop, and before anything is locked: a proof takes its time."""
    return await get_running_loop().run_in_executor(CHECKING, partial(work, *args, **kwargs))
