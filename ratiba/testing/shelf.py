"""What tools read in a fixture: a vertical's catalogue, and what is taken in it."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engine.model.handler import Params, Row
from tools.catalog.model import (
    ABOUT,
    Catalogue,
    Closure,
    Entry,
    Person,
    Resource,
    Service,
    Span,
    Week,
)
from tools.catalog.read import merged, terms_of
from tools.scheduling.day import epoch_minute
from tools.scheduling.place import KEPT
from tools.scheduling.taken import TAKEN
from tools.tenants.plan import EntryPlan, Hours, Plan, ServicePlan

Busy = Sequence[tuple[str, str, str]]


class Shelf:
    """Implements `engine.model.handler.ReadGate` for a business that is new but for a fixture.

    What a fixture says is taken is taken; of everything else there are no rows yet.

    Args:
        zone: the business's.
        busy: who or what is taken, with the local minutes from and to.
        places: its rooms or bays, id and name: what is held is in the first that is not taken.
    """

    def __init__(self, zone: str, busy: Busy, places: Sequence[tuple[str, str]] = ()) -> None:
        self._taken = [
            (who, _minute(first, zone), _minute(last, zone)) for who, first, last in busy
        ]
        gone = {who for who, _, _ in busy}
        self._places = [(id_, name, True) for id_, name in places if id_ not in gone][:1]

    async def fetch_one(self, sql: str, params: Params = None) -> Row | None:
        """Give nothing: a new business has no such row."""
        return None

    async def fetch_all(self, sql: str, params: Params = None) -> Sequence[Row]:
        """Give what is taken, and where a hold is; nothing else."""
        if sql == KEPT:
            return self._places
        return self._taken if sql == TAKEN else ()


def catalogue_of(plan: Plan) -> Catalogue:
    """The catalogue of a fresh business of this kind, as its rows would give it."""
    return Catalogue(
        services={one.id: _service(one) for one in plan.services},
        people=tuple(
            Person(p.id, p.name, p.aka, p.branch, frozenset(p.services), _week(p.works))
            for p in plan.staff
        ),
        resources=tuple(Resource(r.id, r.kind, r.branch, r.seats) for r in plan.resources),
        branches={b.id: _week(b.hours) or None for b in plan.branches},
        closures=tuple(
            Closure(None, date.fromisoformat(one.day), date.fromisoformat(one.day))
            for one in plan.closures
        ),
        terms=terms_of(plan.settings),
        lists={name: tuple(_entry(one) for one in each) for name, each in plan.lists.items()},
        marks={name: frozenset(ids) for name, ids in plan.marks.items()},
        about={name: plan.settings[name] for name in ABOUT if name in plan.settings},
    )


def _entry(plan: EntryPlan) -> Entry:
    return Entry(plan.id, plan.en, plan.sw, plan.words)


def _service(plan: ServicePlan) -> Service:
    return Service(
        id=plan.id,
        name_en=plan.name_en,
        name_sw=plan.name_sw,
        synonyms=plan.words,
        category=plan.category,
        price_kes=plan.price,
        minutes=plan.minutes,
        buffer_before=plan.before,
        buffer_after=plan.after,
        needs=plan.needs,
        goes_with=plan.goes_with,
    )


def _week(hours: Hours) -> Week:
    days: dict[int, list[Span]] = {}
    for day, first, last in hours:
        days.setdefault(day, []).append((_clock(first), _clock(last)))
    return {day: merged(spans) for day, spans in days.items()}


def _clock(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)


def _minute(local: str, zone: str) -> int:
    return epoch_minute(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)))
