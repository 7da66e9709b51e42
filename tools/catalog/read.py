"""The catalogue from the database: one statement, kept until the tenant's version grows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from engine.model.cost import limits
from engine.model.handler import ReadGate, Row
from engine.model.tenant import Tenant
from engine.model.thresholds import SETTINGS
from tools.catalog.kept import Kept
from tools.catalog.model import (
    ABOUT,
    MAIN,
    Catalogue,
    Closure,
    Entry,
    Person,
    Resource,
    Service,
    Span,
    Terms,
    Week,
)

CATALOGUE = """
SELECT
  (SELECT coalesce(json_agg(json_build_array(id, name_en, name_sw, synonyms, category, price_kes,
            minutes, buffer_before, buffer_after, needs, goes_with) ORDER BY position, id), '[]')
     FROM {t}.services WHERE active),
  (SELECT coalesce(json_agg(json_build_array(p.id, p.name, p.aka, p.branch_id,
            (SELECT coalesce(json_agg(service_id), '[]') FROM {t}.staff_services s
              WHERE s.staff_id = p.id)) ORDER BY p.position, p.id), '[]')
     FROM {t}.staff p WHERE p.active),
  (SELECT coalesce(json_agg(json_build_array(staff_id, day_of_week, start_time, end_time)), '[]')
     FROM {t}.staff_schedules),
  (SELECT coalesce(json_agg(json_build_array(id, kind, branch_id, seats) ORDER BY id), '[]')
     FROM {t}.resources WHERE active),
  (SELECT coalesce(json_agg(id ORDER BY position, id), '[]') FROM {t}.branches),
  (SELECT coalesce(json_agg(json_build_array(branch_id, day_of_week, start_time, end_time)), '[]')
     FROM {t}.branch_hours),
  (SELECT coalesce(json_agg(json_build_array(branch_id, first_day, last_day, start_time, end_time)),
            '[]')
     FROM {t}.closures),
  (SELECT coalesce(json_object_agg(key, value), '{}') FROM {t}.business_settings)
"""

KEPT = 1024
"""Catalogues held by a process; one of a salon is about 20 KiB."""

Json: TypeAlias = Any
_kept: Kept[Catalogue] = Kept(KEPT)


async def read_catalogue(read: ReadGate, tenant: Tenant) -> Catalogue:
    """Give the catalogue at the tenant's version, from memory if it was read before."""
    kept = _kept.get(tenant)
    if kept is None:
        row = await read.fetch_one(CATALOGUE)
        assert row is not None  # noqa: S101 - a SELECT without FROM has exactly one row
        kept = _catalogue(row)
        _kept.put(tenant, kept)
    return kept


def keep(tenant: Tenant, catalogue: Catalogue) -> None:
    """Let a catalogue stand for the tenant's rows: in a rehearsal there are none."""
    _kept.put(tenant, catalogue)


def _catalogue(row: Row) -> Catalogue:
    services, staff, schedules, resources, branches, hours, closures, settings = row
    weeks, open_hours = _weeks(schedules), _weeks(hours)
    return Catalogue(
        {each[0]: _service(each) for each in services},
        tuple(_person(each, weeks.get(each[0], {})) for each in staff),
        tuple(Resource(*each) for each in resources),
        {branch: open_hours.get(branch) for branch in branches or [MAIN]},
        tuple(_closure(*each) for each in closures),
        terms_of(settings),
        {name: settings[name] for name in ABOUT if settings.get(name) is not None},
        {name: tuple(_entry(one) for one in each) for name, each in _own(settings, "lists")},
        {name: frozenset(ids) for name, ids in _own(settings, "marks")},
        limits(settings),
        {key: settings[key] for key in SETTINGS.values() if key in settings},
    )


def _own(settings: Json, key: str) -> Iterable[tuple[str, Json]]:
    found: Mapping[str, Json] = settings.get(key) or {}
    return found.items()


def _entry(raw: Json) -> Entry:
    return Entry(raw["id"], raw["en"], raw["sw"], tuple(raw.get("words", ())))


def _service(row: Json) -> Service:
    id_, en, sw, synonyms, category, price, minutes, before, after, needs, goes_with = row
    return Service(
        id_,
        en,
        sw,
        tuple(synonyms),
        category,
        price,
        minutes,
        before,
        after,
        tuple(needs),
        tuple(goes_with),
    )


def _person(row: Json, week: Week) -> Person:
    id_, name, aka, branch, services = row
    return Person(id_, name, tuple(aka), branch, frozenset(services), week)


def _closure(
    branch: str | None, first: str, last: str, start: str | None, end: str | None
) -> Closure:
    span = (_minute(start), _minute(end)) if start and end else None
    return Closure(branch, date.fromisoformat(first), date.fromisoformat(last), span)


def terms_of(settings: Mapping[str, int]) -> Terms:
    """Give how bookings are taken; what is not set is as usual."""
    known = Terms()
    return Terms(
        interval=settings.get("interval_minutes", known.interval),
        notice=settings.get("notice_minutes", known.notice),
        horizon=settings.get("horizon_days", known.horizon),
        bundle_discount=settings.get("bundle_discount_percent", known.bundle_discount),
    )


def _weeks(rows: Json) -> dict[str, Week]:
    """Group rows (whose, weekday, from, to) by whose, spans merged and in order."""
    found: dict[str, dict[int, list[Span]]] = {}
    for whose, weekday, start, end in rows:
        found.setdefault(whose, {}).setdefault(weekday, []).append((_minute(start), _minute(end)))
    return {
        whose: {weekday: merged(spans) for weekday, spans in days.items()}
        for whose, days in found.items()
    }


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Put spans in order, those that touch or overlap made one."""
    together: list[Span] = []
    for first, last in sorted(spans):
        if together and first <= together[-1][1]:
            together[-1] = (together[-1][0], max(last, together[-1][1]))
        else:
            together.append((first, last))
    return tuple(together)


def _minute(time: str) -> int:
    """Read `15:00:00`; the end of a day is `24:00:00`."""
    hours, minutes, _ = time.split(":", 2)
    return int(hours) * 60 + int(minutes)
