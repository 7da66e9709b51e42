"""The one transaction of a publish: all of it, or nothing."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import LiteralString

import psycopg

from engine.clock import Clock
from engine.errors import UnavailableError
from engine.ids import new_ulid
from engine.model.handler import ReadGate
from engine.store.database import Database
from engine.store.tenancy import TenantGate, TenantTx, transaction
from tools.publishing import rows
from tools.publishing.alarm import mended
from tools.publishing.alone import alone
from tools.publishing.conflict import compare
from tools.publishing.gate import Business, Gate, Verdict
from tools.publishing.live import STILL, live
from tools.publishing.own_words import read_words
from tools.publishing.past import digests
from tools.publishing.records import Editor, Report, Version, Wish
from tools.publishing.shelves import keep

PATIENCE: LiteralString = "SET LOCAL lock_timeout = '1s'"
LITTLE: LiteralString = "SET LOCAL lock_timeout = '200ms'"
"""Turns queue behind whoever waits for the conversations to stand still: better to come again."""
FEW = 20
"""Conversations that are looked at while all stand still; more are looked at before."""
LOOKS = 5
TRIES = 20
PAUSE_S = 0.1


class _Stranded(Exception):
    """Conversations have moved to where there is no place: nothing is stored."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


@dataclass(frozen=True, slots=True)
class Landing:
    """Documents that passed their check, about to be in force.

    Attributes:
        business: what they were checked against, live conversations included.
        verdict: of the check.
    """

    database: Database
    gate: Gate
    clock: Clock
    business: Business
    verdict: Verdict

    async def land(
        self, editor: Editor, wishes: Sequence[Wish]
    ) -> tuple[Version, ...] | Report | None:
        """Store them, unless conversations have moved meanwhile to where there is no place.

        No turn is committed between the last look at them and the end of the transaction.

        Returns:
            The versions in force; or whom they would strand; or None: another document or
            wording came into force since the check, which must be made again.

        Raises:
            ConflictError: somebody was quicker with one of these documents.
            UnavailableError: the conversations could not be held still.
        """
        for _ in range(TRIES):
            caught_up = await self._caught_up(pin=any(wish.pin for wish in wishes))
            if isinstance(caught_up, Report):
                return caught_up
            try:
                async with transaction(self.database, self.business.tenant) as tx:
                    return await caught_up._land(tx, editor, wishes)
            except _Stranded as stranded:
                return stranded.report
            except psycopg.errors.LockNotAvailable:
                await asyncio.sleep(PAUSE_S)
        raise UnavailableError(
            "flow.busy", "The conversations could not be held still for a moment. Try again."
        )

    async def _caught_up(self, *, pin: bool) -> "Landing | Report":
        """The same, after a look at most of those who had a turn since the check."""
        now = self
        for _ in range(0 if pin else LOOKS):
            late = await live(TenantGate(self.database, self.business.tenant), now._seen())
            if len(late) <= FEW:
                break
            moved = replace(now.business, live=late)
            report = await asyncio.to_thread(self.gate.strangers, moved, self.verdict)
            if not report.good:
                return report
            known = {one.session.thread_id: one for one in (*now.business.live, *late)}
            now = replace(now, business=replace(now.business, live=tuple(known.values())))
        return now

    async def _land(
        self, tx: TenantTx, editor: Editor, wishes: Sequence[Wish]
    ) -> tuple[Version, ...] | None:
        await tx.execute(PATIENCE)
        await alone(tx)
        held = await rows.published(tx)
        for wish in wishes:
            compare(held, wish.document, wish.base)
        if not await unchanged(tx, self.business):
            return None
        made = await self._stored(tx, editor, wishes)
        if not any(wish.pin for wish in wishes):
            await self._last_look(tx)
        return made

    async def _stored(
        self, tx: TenantTx, editor: Editor, wishes: Sequence[Wish]
    ) -> tuple[Version, ...]:
        """Put in force one after the other; only the last makes a set of flows."""
        beneath = self.gate.worlds.shipped(self.business.tenant.vertical)
        await keep(tx, beneath)
        now, made, pin = self.clock.now(), [], any(wish.pin for wish in wishes)
        for wish in wishes:
            number = await rows.latest(tx, wish.document) + 1
            version = _version(editor, wish, number, now)
            last, first = wish is wishes[-1], wish is wishes[0]
            after = digests(self.verdict.flows) if last and self.verdict.flows else {}
            before = self._before() if first else {}
            found = rows.MadeSet(after, before, beneath.digest, pin)
            await rows.put_in_force(tx, version, new_ulid(self.clock), found)
            made.append(version)
        await mended(tx, editor.name, now)
        return tuple(made)

    def _before(self) -> Mapping[str, str]:
        """What was met until now on what is shipped; an earlier set has a row of its own."""
        served = self.verdict.now
        return digests(served.repertoire.flows) if served.place is None else {}

    async def _last_look(self, tx: TenantTx) -> None:
        """Look at the conversations that had a turn since they were looked at.

        It comes last: what stands still stands still for as short as can be.
        """
        await tx.execute(LITTLE)
        await tx.execute(STILL)
        late = replace(self.business, live=await live(tx, self._seen()))
        if late.live:
            report = await asyncio.to_thread(self.gate.strangers, late, self.verdict)
            if not report.good:
                raise _Stranded(report)

    def _seen(self) -> Mapping[str, int]:
        return {one.session.thread_id: one.version for one in self.business.live}


def _version(editor: Editor, wish: Wish, number: int, now: datetime) -> Version:
    text = wish.text
    return Version(
        document=wish.document,
        version=number,
        digest=text.digest if text else "",
        source=text.source if text else "",
        state="published",
        author=editor.name,
        note=wish.note,
        base=wish.base,
        created_at=now,
        published_at=now,
    )


def _marks(held: Sequence[Version]) -> dict[str, int]:
    return {one.document: one.version for one in held}


async def unchanged(gate: ReadGate, business: Business) -> bool:
    """Whether the documents and the wordings in force are still those of a check."""
    held = await rows.published(gate)
    return _marks(held) == _marks(business.held) and await read_words(gate) == business.words
