"""From wishes to one answer: resolved, asked back, or refused as past. Never silently wrong."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from engine.model.understanding import TimeAction, TimeHeard
from engine.nlu.when.calendar import Days, days
from engine.nlu.when.face import NOON, fixed
from engine.nlu.when.fit import readings, within
from engine.nlu.when.hours import offered, offered_days
from engine.nlu.when.nearby import nearby
from engine.nlu.when.pieces import Face, Reading
from engine.nlu.when.settle import (
    ASKED,
    MOST_CANDIDATES,
    SETTLED,
    SURE,
    Scene,
    answer,
    at_minute,
    coming,
    contrary,
    day_of,
    minute_of,
)
from engine.nlu.when.window import window
from engine.nlu.when.wish import Wish
from engine.nlu.words.clock import ADHUHURI

_SMALL_HOURS = 5 * 60
_MIDNIGHT = 24 * 60


def resolve(wishes: tuple[Wish, ...], scene: Scene) -> TimeHeard | None:
    """What the wishes of a message come to; None if there are none."""
    heard = [_one(wish, scene) for wish in wishes]
    if len(heard) <= 1:
        return heard[0] if heard else None
    return _several(heard)


def _several(heard: list[TimeHeard]) -> TimeHeard:
    """A choice left open by the customer: every reading of every wish."""
    values = [v for one in heard for v in (one.candidates or ((one.value,) if one.value else ()))]
    found = tuple(dict.fromkeys(values))
    if len(found) == 1 and all(one.action is heard[0].action for one in heard):
        first, narrowed = heard[0], {(one.after, one.before) for one in heard}
        return first if len(narrowed) == 1 else replace(first, after=None, before=None)
    grain = max((one.grain for one in heard), key=("day", "minute").index)
    dayless = all(one.dayless for one in heard)
    most = found[:MOST_CANDIDATES]
    return TimeHeard(TimeAction.ASK, None, grain, most, confidence=ASKED, dayless=dayless)


def _one(wish: Wish, scene: Scene) -> TimeHeard:
    if wish.moment is not None:
        return TimeHeard(TimeAction.RESOLVE, minute_of(wish.moment), "minute", confidence=SURE)
    if wish.vague:
        return _vague(wish, scene)
    found = _days(wish, scene)
    wish = _by_then(wish, found, scene)
    if wish.part is ADHUHURI and not (wish.clock or wish.span):
        wish = replace(wish, clock=fixed(NOON), part=None)
    if wish.clock is not None:
        return _timed(wish, found, scene)
    if wish.part or wish.span or wish.open:
        return _narrowed(wish, found, scene)
    return _day_only(found or Days((), sure=False), scene)


def _by_then(wish: Wish, found: Days | None, scene: Scene) -> Wish:
    """By a quarter to one, where an hour is asked for or was said before: that hour.

    Elsewhere it is the end of what is shown.
    """
    hours = scene.asks_time or scene.hearing.clock is not None
    if found is None or not (hours and wish.span and wish.span.by):
        return wish
    return replace(wish, clock=wish.span.before, span=None)


def _vague(wish: Wish, scene: Scene) -> TimeHeard:
    """By Monday, after the 5th, soon: never taken for the day itself, which is offered at most."""
    if wish.day is None:
        return TimeHeard(TimeAction.ASK, None, "day", confidence=ASKED)
    meant = _one(replace(wish, vague=False), scene)
    values = meant.candidates or ((meant.value,) if meant.value else ())
    return TimeHeard(TimeAction.ASK, None, meant.grain, values, confidence=ASKED)


def _days(wish: Wish, scene: Scene) -> Days | None:
    """The days meant: said now, or known before; None if no day is known."""
    if wish.day is not None:
        found = days(wish.day, scene.today)
        return nearby(wish.day, found, scene.hearing.near, scene.today)
    known, shown = scene.hearing.day, offered_days(scene.hearing)
    if shown and known not in shown:
        return Days(shown, sure=len(shown) == 1)
    return Days((known,)) if known else None


def _day_only(found: Days, scene: Scene) -> TimeHeard:
    """A day without a time: with the hour that was known before, if there was one."""
    clock = scene.hearing.clock
    if clock is not None and found.dates:
        times = tuple(datetime.combine(day, clock) for day in found.dates)
        ahead = tuple(at for at in times if at > scene.now)
        if ahead:
            return answer(ahead, scene, sure=found.sure or (found.today and len(ahead) == 1))
    if found.sure and found.dates[0] < scene.today:
        return TimeHeard(TimeAction.REJECT_PAST, day_of(found.dates[0]), "day", confidence=SURE)
    if found.sure:
        return _on_day(found.dates[0], scene)
    return _which_day(found)


def _on_day(day: date, scene: Scene) -> TimeHeard:
    """A day for sure: within the part of the day that was known before, if there was one."""
    after, before = scene.hearing.after, scene.hearing.before
    if after is None and before is None:
        return TimeHeard(TimeAction.RESOLVE, day_of(day), "day", confidence=SURE)
    return TimeHeard(TimeAction.ASK_TIME, day_of(day), "day", (), after, before, SETTLED)


def _which_day(found: Days) -> TimeHeard:
    values = tuple(day_of(day) for day in found.dates[:MOST_CANDIDATES])
    return TimeHeard(TimeAction.ASK, None, "day", values, confidence=ASKED)


def _narrowed(wish: Wish, found: Days | None, scene: Scene) -> TimeHeard:
    """A part of the day or a range, but no hour: the day is known or not, the hour is asked."""
    after, before = window(wish.part, wish.span, scene.hearing.hours)
    chosen = _only_offered(wish, found, scene)
    if chosen:
        return TimeHeard(TimeAction.RESOLVE, chosen, "minute", confidence=SETTLED)
    if found is not None and not found.sure:
        values = tuple(day_of(day) for day in found.dates[:MOST_CANDIDATES])
        return TimeHeard(TimeAction.ASK, None, "day", values, after, before, ASKED)
    value = day_of(found.dates[0]) if found else None
    known = scene.hearing.clock
    if wish.part and known and found and within(known.hour * 60 + known.minute, wish.part.core):
        return answer((datetime.combine(found.dates[0], known),), scene, sure=True)
    if found and found.dates[0] < scene.today:
        return TimeHeard(TimeAction.REJECT_PAST, value, "day", confidence=SURE)
    return TimeHeard(TimeAction.ASK_TIME, value, "day", (), after, before, SETTLED)


def _only_offered(wish: Wish, found: Days | None, scene: Scene) -> str | None:
    """The one opening on the screen in the part of the day that was said, and no day beside it.

    Said with its day, it asks for more than the sample that is shown.
    """
    if wish.part is None or wish.span or wish.day or found is None:
        return None
    days_of = {day.isoformat() for day in found.dates}
    fitting = [
        value
        for value in offered(scene.hearing)
        if value[:10] in days_of and within(_of_day(value), wish.part.core)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _of_day(value: str) -> int:
    at = datetime.fromisoformat(value)
    return at.hour * 60 + at.minute


def _timed(wish: Wish, found: Days | None, scene: Scene) -> TimeHeard:
    """A time of day, on a day that is said, known, or the next to come."""
    if wish.clock is None or (found is not None and not found.dates):
        return TimeHeard(TimeAction.ASK, None, "minute", confidence=ASKED)
    left, sure, clash = readings(wish.clock, wish.part)
    small = wish.part.core[1] > _MIDNIGHT if wish.part else sure and left[0].minute == 0
    if found is None or _of_any_day(wish, found, scene):
        times = tuple(coming(reading, scene.now) for reading in left)
        if clash:
            return replace(contrary(times, scene), dayless=True)
        faces = _faces(wish, left)
        return replace(answer(times, scene, sure=sure, faces=faces, dayless=True), dayless=True)
    pairs = [(day, reading) for reading in left for day in _nights(found, reading, small=small)]
    times = tuple(at_minute(day, reading) for day, reading in pairs)
    if clash:
        return contrary(times, scene)
    faces = _faces(wish, tuple(reading for _, reading in pairs))
    certain = sure and found.sure and len(times) == 1
    ahead = tuple(at for at in times if at > scene.now)
    if sure and len(ahead) == 1 and (found.today or (found.sure and len(times) > 1)):
        certain, times = True, ahead
    return answer(times, scene, sure=certain, faces=faces if times is not ahead else ())


def _of_any_day(wish: Wish, found: Days | None, scene: Scene) -> bool:
    """Whether no day is said or in sight: of several on the screen none is meant for it."""
    if found is None:
        return True
    return wish.day is None and len(found.dates) > 1 and found.dates == offered_days(scene.hearing)


def _nights(found: Days, reading: Reading, *, small: bool) -> tuple[date, ...]:
    """The small hours of a night that was named belong to the day after as well."""
    if not small or reading.minute >= _SMALL_HOURS:
        return found.dates
    return tuple(d for day in found.dates for d in (day, day + timedelta(days=1)))


def _faces(wish: Wish, left: tuple[Reading, ...]) -> tuple[Face, ...]:
    """The clocks of the readings, if hours alone must not choose a Western one."""
    both = wish.clock is not None and len({r.face for r in wish.clock.readings}) > 1
    return tuple(r.face for r in left) if both and wish.part is None else ()
