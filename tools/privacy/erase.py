"""Forgets one customer of a business, in one transaction, and proves it by a search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from engine.clock import Clock
from engine.ids import new_ulid
from engine.model.tenant import Tenant
from engine.store.database import Database, retrying
from engine.store.tenancy import TenantTx, transaction
from tools.privacy.person import Person, find_person
from tools.privacy.search import Search, search
from tools.privacy.standing import refuse_while_due
from tools.privacy.statements import DELETED, INBOX, NAMELESS

log = structlog.get_logger("privacy")


class Hot(Protocol):
    """Where the newest states of conversations are kept beside the database."""

    async def forget(self, tenant: Tenant, threads: Sequence[str]) -> bool:
        """Drop the states of threads; False: it did not answer."""
        ...


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure came to.

    Attributes:
        deleted, nameless: rows by table; only tables of which there were any.
        hot: whether Redis has dropped its state; otherwise that ends by itself within a day.
        left: what a search of the whole database still found.
    """

    phone: str
    deleted: Mapping[str, int]
    nameless: Mapping[str, int]
    hot: bool
    left: Search


class Eraser:
    """Erases customers of any business."""

    def __init__(self, database: Database, hot: Hot, clock: Clock) -> None:
        self._database = database
        self._hot = hot
        self._clock = clock

    async def erase(self, tenant: Tenant, phone: str) -> Erased:
        """Delete what is only about a person, and take their name off what the business keeps.

        Args:
            tenant: whose customer.
            phone: in any spelling.

        Raises:
            InputError: it is no phone.
            ConflictError: money is under way, or a visit is to come; nothing was touched.
            DatabaseDown: nothing was touched, or all was: run it again.
        """

        async def work() -> tuple[Person, dict[str, int], dict[str, int]]:
            async with transaction(self._database, tenant) as tx:
                return await self._forget(tx, phone)

        person, deleted, nameless = await retrying(work)
        hot = await self._hot.forget(tenant, person.threads)
        left = await search(self._database, tenant, person)
        log.info("privacy.erased", tenant=tenant.slug, customer=person.phone, left=len(left.finds))
        return Erased(person.phone, deleted, nameless, hot, left)

    async def _forget(
        self, tx: TenantTx, phone: str
    ) -> tuple[Person, dict[str, int], dict[str, int]]:
        before, now = await find_person(tx, phone), self._clock.now()
        first = await tx.execute(INBOX, self._known(before, tx.tenant))
        # a turn that was waited for may have begun a conversation
        person = replace(await find_person(tx, phone), names=before.names)
        known = self._known(person, tx.tenant)
        await refuse_while_due(tx, person, tx.tenant, now, known)
        nameless = {table: await tx.execute(sql, known) for table, sql in NAMELESS.items()}
        deleted = {table: await tx.execute(sql, known) for table, sql in DELETED.items()}
        deleted["inbox"] += first
        return person, _some(deleted), _some(nameless)

    def _known(self, person: Person, tenant: Tenant) -> dict[str, object]:
        """The parameters of every statement."""
        return {
            "ids": list(person.ids),
            "threads": list(person.threads),
            "phone": person.phone,
            "digits": person.digits,
            "anon": f"erased:{new_ulid(self._clock)}",
            "slug": tenant.slug,
            "now": self._clock.now(),
        }


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {table: count for table, count in counts.items() if count}
