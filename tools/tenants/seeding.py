"""A plan written into a tenant's tables: one statement a table."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, LiteralString

from engine.model.handler import WriteGate
from engine.model.value import Scalar
from tools.tenants.plan import Hours, Plan

BRANCHES: LiteralString = """
INSERT INTO {t}.branches (id, name, position)
SELECT id, name, position
  FROM json_to_recordset(%s::json) AS x(id text, name text, position int)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position
"""
NO_MAIN: LiteralString = "DELETE FROM {t}.branches WHERE id = 'main' AND id <> ALL(%s)"
BRANCH_HOURS: LiteralString = """
INSERT INTO {t}.branch_hours (branch_id, day_of_week, start_time, end_time)
SELECT whose, day, first, last
  FROM json_to_recordset(%s::json) AS x(whose text, day int, first time, last time)
"""
RESOURCES: LiteralString = """
INSERT INTO {t}.resources (id, kind, name, branch_id, seats)
SELECT id, kind, name, branch, seats
  FROM json_to_recordset(%s::json) AS x(id text, kind text, name text, branch text, seats int)
"""
SERVICES: LiteralString = """
INSERT INTO {t}.services (id, name_en, name_sw, synonyms, category, price_kes, minutes,
       buffer_before, buffer_after, needs, deposit, goes_with, position)
SELECT id, name_en, name_sw, words, category, price, minutes, before, after, needs, deposit,
       goes_with, position
  FROM json_to_recordset(%s::json) AS x(id text, name_en text, name_sw text, words text[],
       category text, price int, minutes int, before int, after int, needs text[],
       deposit numeric, goes_with text[], position int)
"""
STAFF: LiteralString = """
INSERT INTO {t}.staff (id, name, aka, branch_id, position)
SELECT id, name, aka, branch, position
  FROM json_to_recordset(%s::json)
       AS x(id text, name text, aka text[], branch text, position int)
"""
OFFERS: LiteralString = """
INSERT INTO {t}.staff_services (staff_id, service_id)
SELECT id, unnest(services)
  FROM json_to_recordset(%s::json) AS x(id text, services text[])
"""
SCHEDULES: LiteralString = """
INSERT INTO {t}.staff_schedules (staff_id, day_of_week, start_time, end_time)
SELECT whose, day, first, last
  FROM json_to_recordset(%s::json) AS x(whose text, day int, first time, last time)
"""
CLOSURES: LiteralString = """
INSERT INTO {t}.closures (first_day, last_day, reason)
SELECT day, day, reason FROM json_to_recordset(%s::json) AS x(day date, reason text)
"""
SETTINGS: LiteralString = """
INSERT INTO {t}.business_settings (key, value)
SELECT key, value FROM json_each(%s::json)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
KNOWLEDGE: LiteralString = """
INSERT INTO {t}.knowledge_snippets (category, text_en, text_sw, words, created_at)
SELECT category, text_en, text_sw, words, %s
  FROM json_to_recordset(%s::json)
       AS x(category text, text_en text, text_sw text, words text[])
"""


async def seed(tx: WriteGate, plan: Plan, settings: Mapping[str, Scalar], now: datetime) -> None:
    """Write a business into a tenant's empty tables; `settings` stand above the plan's."""
    await tx.execute(BRANCHES, [_rows(plan.branches)])
    await tx.execute(NO_MAIN, [[branch.id for branch in plan.branches]])
    await tx.execute(BRANCH_HOURS, [_hours((one.id, one.hours) for one in plan.branches)])
    await tx.execute(RESOURCES, [_rows(plan.resources)])
    await tx.execute(SERVICES, [_rows(plan.services)])
    await tx.execute(STAFF, [_rows(plan.staff)])
    await tx.execute(OFFERS, [_rows(plan.staff)])
    await tx.execute(SCHEDULES, [_hours((one.id, one.works) for one in plan.staff)])
    await tx.execute(CLOSURES, [_rows(plan.closures)])
    await tx.execute(SETTINGS, [json.dumps({**plan.settings, **_own(plan), **settings})])
    await tx.execute(KNOWLEDGE, [now, _rows(plan.knowledge)])


def _own(plan: Plan) -> dict[str, object]:
    """What its rules and questions know beside the catalogue; nothing where there is none."""
    lists = {name: [asdict(entry) for entry in entries] for name, entries in plan.lists.items()}
    found = {"lists": lists, "marks": plan.marks}
    return {key: dict(value) for key, value in found.items() if value}


def _rows(things: Iterable[Any]) -> str:
    rows = [{**asdict(thing), "position": place} for place, thing in enumerate(things)]
    return json.dumps(rows)


def _hours(weeks: Iterable[tuple[str, Hours]]) -> str:
    return json.dumps(
        [
            {"whose": whose, "day": day, "first": first, "last": last}
            for whose, hours in weeks
            for day, first, last in hours
        ]
    )
