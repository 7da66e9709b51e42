"""Looks for a person through every column that can hold words, also of tables yet to come.

Which tables and columns there are is read from the database itself.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import LiteralString

from psycopg import sql

from engine.model.tenant import Tenant
from engine.store.database import Connection, Database
from engine.store.tenancy import TenantGate
from tools.privacy.person import Person

COLUMNS = """
SELECT c.table_schema, c.table_name, c.column_name
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
 WHERE c.table_schema = ANY(%s) AND t.table_type = 'BASE TABLE'
   AND c.data_type !~ '^(timestamp|date|time|interval|boolean|bytea|smallint|integer|double|real)'
 ORDER BY 1, 2, 3
"""
"""A `bigint` could hold a phone; secrets at rest are bytes that nobody can search."""
NAMESAKES: LiteralString = """
SELECT n.name FROM jsonb_each_text(%(called)s::jsonb) AS n (name, pattern)
 WHERE EXISTS (
    SELECT FROM (SELECT name FROM {t}.staff UNION ALL SELECT unnest(aka) FROM {t}.staff
        UNION ALL SELECT name_en FROM {t}.services UNION ALL SELECT name_sw FROM {t}.services
    ) own WHERE own.name ~* n.pattern)
"""


@dataclass(frozen=True, slots=True)
class Find:
    """Rows of one column in which a person is still to be read.

    Attributes:
        table: without its schema, `public.` before those of all businesses.
        what: `phone`, or `name`.
    """

    table: str
    column: str
    what: str
    rows: int


@dataclass(frozen=True, slots=True)
class Search:
    """What a search came to.

    Attributes:
        columns: how many were looked through.
        namesakes: names that somebody on the team or a service has too: they stand everywhere and
            show nobody, so that they were not looked for.
    """

    finds: tuple[Find, ...]
    columns: int
    namesakes: tuple[str, ...] = ()


async def search(database: Database, tenant: Tenant, person: Person) -> Search:
    """Look for the phone's national digits and the names through a business's rows.

    Args:
        database: of all businesses.
        tenant: whose schemas, and whose rows of the public tables.
        person: as found before anything was taken away, for the names.

    Raises:
        DatabaseDown: nothing can be said.
    """
    namesakes = await _namesakes(TenantGate(database, tenant), person)
    looked, finds = _looked(person, namesakes), []
    schemas = [f"tenant_{tenant.slug}", f"checkpoints_{tenant.slug}", "public"]
    async with database.connection(tenant.slug) as connection:
        columns = await (await connection.execute(COLUMNS, [schemas])).fetchall()
        for (schema, table), rows in groupby(columns, lambda row: (row[0], row[1])):
            names = [name for *_, name in rows]
            counts = await _count(connection, (schema, table), names, looked, tenant)
            shown = f"public.{table}" if schema == "public" else table
            finds += [Find(shown, name, what, n) for (name, what), n in counts.items() if n]
    return Search(tuple(finds), len(columns), namesakes)


async def _namesakes(gate: TenantGate, person: Person) -> tuple[str, ...]:
    rows = await gate.fetch_all(NAMESAKES, {"called": json.dumps(person.called)})
    return tuple(name for (name,) in rows)


def _looked(person: Person, namesakes: Sequence[str]) -> dict[str, str]:
    """By what is looked for, its regular expression."""
    sought = [pattern for name, pattern in person.called.items() if name not in namesakes]
    return {"phone": person.digits} | ({"name": "|".join(sought)} if sought else {})


async def _count(
    connection: Connection,
    table: tuple[str, str],
    columns: Sequence[str],
    looked: Mapping[str, str],
    tenant: Tenant,
) -> dict[tuple[str, str], int]:
    """Count the rows of one table, by column and by what was found in it."""
    asked = [(column, what) for column in columns for what in looked]
    counted = [
        sql.SQL("count(*) FILTER (WHERE {}::text ~* {})").format(
            sql.Identifier(column), sql.Literal(looked[what])
        )
        for column, what in asked
    ]
    query = sql.SQL("SELECT {} FROM {}{}").format(
        sql.SQL(", ").join(counted), sql.Identifier(*table), _own(table, columns, tenant)
    )
    row = await (await connection.execute(query)).fetchone()
    return dict(zip(asked, row or (), strict=True))


def _own(table: tuple[str, str], columns: Sequence[str], tenant: Tenant) -> sql.Composable:
    """Of a table of all businesses, the rows of this one and of none yet."""
    whose = next((name for name in ("tenant", "slug") if name in columns), None)
    if table[0] != "public" or whose is None:
        return sql.SQL("")
    name = sql.Identifier(whose)
    return sql.SQL(" WHERE {} IS NULL OR {} = {}").format(name, name, sql.Literal(tenant.slug))
