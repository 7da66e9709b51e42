"""Gives out everything that a business keeps of one customer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.records import Json
from engine.store.tenancy import transaction
from tools.privacy.person import Person, find_person
from tools.privacy.sections import SECTIONS

ONE_LOOK = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@dataclass(frozen=True, slots=True)
class Export:
    """What is kept of a customer.

    Attributes:
        at: as of when, aware.
        sections: rows by section, each as its table has it; times in ISO form, UTC.
    """

    person: Person
    tenant: Tenant
    at: datetime
    sections: Mapping[str, tuple[Json, ...]]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(map(len, self.sections.values()))

    @property
    def record(self) -> Mapping[str, Json]:
        """It as JSON."""
        head: dict[str, Json] = {
            "business": self.tenant.name,
            "phone": self.person.phone,
            "names": self.person.names,
            "as_of": self.at.isoformat(),
        }
        return head | dict(self.sections)


async def export(database: Database, tenant: Tenant, phone: str, now: datetime) -> Export:
    """Read it all as of one moment.

    Args:
        database: of all businesses.
        tenant: whose customer.
        phone: in any spelling.
        now: aware.

    Raises:
        InputError: it is no phone, or nothing is kept of it.
        DatabaseDown: nothing was read.
    """
    async with transaction(database, tenant) as tx:
        await tx.execute(ONE_LOOK)
        person = await find_person(tx, phone)
        known = {
            "ids": list(person.ids),
            "threads": list(person.threads),
            "phone": person.phone,
            "digits": person.digits,
            "slug": tenant.slug,
        }
        sections = {
            name: tuple(row for (row,) in await tx.fetch_all(statement, known))
            for name, statement in SECTIONS.items()
        }
    if not any(sections.values()):
        raise InputError("customer.unknown", f"'{tenant.slug}' keeps nothing of {person.phone}.")
    return Export(person, tenant, now, sections)
