"""Times that are left, settled by opening hours or by what is on the screen, or asked."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.when.hours import is_ever_open, is_open, offered
from engine.nlu.when.pieces import Face, Reading

SURE = 0.97
SETTLED = 0.95
"""Opening hours or the choices on the screen left one reading."""
ASKED = 0.9
MOST_CANDIDATES = 7


@dataclass(frozen=True, slots=True)
class Scene:
    """When and in which state something was said; `now` is local, without its zone."""

    now: datetime
    hearing: Hearing

    @property
    def asks_time(self) -> bool:
        """Whether an opening is what is asked for."""
        return any(e.asked and e.type.name == "opening" for e in self.hearing.expected)

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()


def answer(
    times: tuple[datetime, ...],
    scene: Scene,
    *,
    sure: bool,
    faces: tuple[Face, ...] = (),
    dayless: bool = False,
) -> TimeHeard:
    """One time for certain, one that hours or choices settle, or a question.

    `dayless`: no day was said. Then, and of a day that is closed, the hours of other days tell
    which hour is meant.
    """
    if sure:
        action = TimeAction.RESOLVE if times[0] > scene.now else TimeAction.REJECT_PAST
        return TimeHeard(action, minute_of(times[0]), "minute", confidence=SURE)
    ahead = [at for at in dict.fromkeys(times) if at > scene.now]
    if not ahead:
        return TimeHeard(TimeAction.REJECT_PAST, minute_of(times[0]), "minute", confidence=SURE)
    opened = [] if dayless else [at for at in ahead if is_open(scene.hearing.hours, at)]
    opened = opened or [at for at in ahead if is_ever_open(scene.hearing.hours, at)]
    over = [at for at in times if at <= scene.now and is_ever_open(scene.hearing.hours, at)]
    if over and not opened:
        return TimeHeard(TimeAction.REJECT_PAST, minute_of(over[0]), "minute", confidence=SETTLED)
    shown = [at for at in ahead if minute_of(at) in offered(scene.hearing)]
    western = {at for at, face in zip(times, faces, strict=False) if face is Face.WEST}
    for left in (shown, opened):
        if len(left) == 1 and (left[0] not in western or left is shown):
            return TimeHeard(TimeAction.RESOLVE, minute_of(left[0]), "minute", confidence=SETTLED)
    values = tuple(minute_of(at) for at in (shown or opened or ahead))[:MOST_CANDIDATES]
    return TimeHeard(TimeAction.ASK, None, "minute", values, confidence=ASKED)


def contrary(times: tuple[datetime, ...], scene: Scene) -> TimeHeard:
    """An hour and a part of the day that contradict each other: no evidence settles them."""
    ahead = dict.fromkeys(minute_of(at) for at in times if at > scene.now)
    return TimeHeard(TimeAction.ASK, None, "minute", (*ahead,)[:MOST_CANDIDATES], confidence=ASKED)


def at_minute(day: date, reading: Reading) -> datetime:
    """The local time of a reading on a day."""
    return datetime.combine(day, time(reading.minute // 60, reading.minute % 60))


def coming(reading: Reading, now: datetime) -> datetime:
    """The next time that the clock shows this."""
    at = at_minute(now.date(), reading)
    return at if at > now else at + timedelta(days=1)


def minute_of(at: datetime) -> str:
    """A local time as an opening is named: 2026-06-01T15:00."""
    return at.isoformat(timespec="minutes")


def day_of(day: date) -> str:
    """A day as a wish names it: 2026-06-01."""
    return day.isoformat()
