"""The business's own season in which an opening lies, for rules: `time.season = 'ramadan'`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.model.value import Scalar, Value
from engine.runtime.almanac import season
from tools.scheduling.search import Found
from tools.scheduling.wish import ISO_DAY


def in_season(found: Found, about: Mapping[str, Scalar]) -> Found:
    """Return what was found, each opening with its season; as it is where there are none.

    Args:
        found: openings, local ISO minutes.
        about: what the business says of itself; its `seasons` as `engine.runtime.almanac` reads.
    """
    seasons = about.get("seasons")
    if not seasons:
        return found
    options = tuple(_seasoned(one, seasons) for one in found.options)
    exact = _seasoned(found.exact, seasons) if found.exact else None
    return replace(found, options=options, exact=exact)


def _seasoned(opening: Value, seasons: Scalar) -> Value:
    name = season(date.fromisoformat(str(opening.value)[:ISO_DAY]), seasons)
    return replace(opening, facts={**opening.facts, "season": name})
