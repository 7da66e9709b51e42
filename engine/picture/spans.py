"""Spans of time in short words: 90 s is "90s", 1800 s is "30m"."""

from engine.model.flow import Duration, Flow

_UNITS = ((86_400, "d"), (3_600, "h"), (60, "m"))


def span(flow: Flow, duration: Duration) -> str:
    """Write a duration; one that a setting holds as the setting usually is."""
    if duration.setting is not None:
        usually = flow.settings[duration.setting].usually
        if not isinstance(usually, Duration):
            return duration.setting.replace("_", " ")
        return span(flow, usually)
    return seconds(duration.seconds or 0)


def seconds(count: int) -> str:
    """Write a number of seconds in the largest unit that divides it."""
    for size, unit in _UNITS:
        if count >= size and count % size == 0:
            return f"{count // size}{unit}"
    return f"{count}s"
