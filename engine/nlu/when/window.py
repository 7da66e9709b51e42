"""The part of the day that a range or a word like "afternoon" leaves to look at."""

from engine.nlu.when.fit import readings, within
from engine.nlu.when.hours import Hours
from engine.nlu.when.pieces import Clock, Span
from engine.nlu.words.clock import Part

_DAYLIGHT = (7 * 60, 21 * 60)
"""A range only narrows what is shown, so that an hour in it is taken for one by day."""

Window = tuple[str | None, str | None]


def window(part: Part | None, span: Span | None, hours: Hours) -> Window:
    """After and before as "HH:MM"; None where the range is open."""
    if span is not None:
        before = _minute(span.before, part, hours, None)
        after = _minute(span.after, part, hours, before)
        return _text(after), _text(before)
    return (_text(part.shown[0]), _text(part.shown[1])) if part else (None, None)


def _minute(clock: Clock | None, part: Part | None, hours: Hours, end: int | None) -> int | None:
    """The likeliest reading of one end of a range: by part, by opening hours, by daylight."""
    if clock is None:
        return None
    left = readings(clock, part).left
    fitting = [r.minute for r in left if end is None or r.minute < end] or [r.minute for r in left]
    return min(
        fitting, key=lambda minute: (not _opened(hours, minute), not within(minute, _DAYLIGHT))
    )


def _opened(hours: Hours, minute: int) -> bool:
    """Whether any day is open then, its closing time included; unknown hours are no evidence."""
    clock = _text(minute) or ""
    windows = [w for _, day in hours for w in day]
    return not windows or any(start <= clock <= end for start, end in windows)


def _text(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"
