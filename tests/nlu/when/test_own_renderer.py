"""Every time that our own renderer puts into words is read back as the same time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.understanding import Hearing, TimeAction
from engine.nlu.tokens import read
from engine.nlu.when.hear import hear
from engine.render.english import English
from engine.render.swahili import Swahili
from engine.render.tongue import Tongue
from tests.nlu.scenes import NOW

TONGUES: dict[str, Tongue] = {"en": English(), "sw": Swahili()}
TODAY = NOW.date()
AHEAD = st.integers(2, 700 * 24 * 12).map(lambda steps: 5 * steps)
"""Minutes from now: to any fifth minute of nearly two years."""
FIRST = 7
"""Before it "06:30" may be meant for the evening, and `usiku` for either end of the night."""
NEAR = st.integers(2, 7 * 24 * 12).map(lambda steps: 5 * steps)
"""The days that are said by a word or by their weekday."""


def read_back(words: str, at: datetime) -> None:
    """The same time; in the hours when nobody is open it may be asked, and is never another."""
    said = hear(read(words), Hearing("en"), NOW).time
    assert said is not None, words
    if at.hour < FIRST and said.action is TimeAction.ASK:
        assert at.isoformat(timespec="minutes") in said.candidates, words
        return
    assert said.action is TimeAction.RESOLVE, words
    assert said.value == at.isoformat(timespec="minutes"), words


def moment(minutes: int) -> datetime:
    return NOW.replace(tzinfo=None) + timedelta(minutes=minutes)


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=400, deadline=None)
@given(minutes=AHEAD | NEAR)
def test_a_day_and_its_time(locale: str, spoken: bool, minutes: int) -> None:
    at = moment(minutes)
    read_back(TONGUES[locale].moment(at, TODAY, spoken=spoken), at)


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=400, deadline=None)
@given(minutes=AHEAD)
def test_a_time_with_its_full_date(locale: str, spoken: bool, minutes: int) -> None:
    at = moment(minutes)
    read_back(TONGUES[locale].exact(at, spoken=spoken), at)


@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=400, deadline=None)
@given(minutes=NEAR)
def test_what_stands_on_a_button(locale: str, minutes: int) -> None:
    at = moment(minutes)
    read_back(TONGUES[locale].short(at, TODAY), at)


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=300, deadline=None)
@given(ahead=st.integers(0, 700))
def test_a_day(locale: str, spoken: bool, ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    words = TONGUES[locale].day(day, TODAY, spoken=spoken)
    said = hear(read(words), Hearing("en"), NOW).time
    assert said is not None, words
    assert said.value == day.isoformat(), words


STEP = 300
"""Seconds between two lengths that are said."""
HOURS_LONG = st.integers(1, 47 * 12).map(lambda steps: STEP * steps)
FROM_NOW = {"en": "in {}", "sw": "baada ya {}"}
ONWARD = {"en": "{} later", "sw": "{} baadaye"}
BETWEEN = {"en": "between {} and {}", "sw": "kati ya {} na {}"}


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=300, deadline=None)
@given(seconds=HOURS_LONG)
def test_a_length_from_now(locale: str, spoken: bool, seconds: int) -> None:
    words = FROM_NOW[locale].format(TONGUES[locale].span(seconds, spoken=spoken))
    said = hear(read(words), Hearing("en"), NOW).time
    assert said is not None, words
    assert said.action is TimeAction.RESOLVE, words
    assert said.value == moment(seconds // 60).isoformat(timespec="minutes"), words


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=100, deadline=None)
@given(days=st.integers(2, 365))
def test_days_from_now(locale: str, spoken: bool, days: int) -> None:
    span = TONGUES[locale].span(days * 86_400, spoken=spoken)
    said = hear(read(FROM_NOW[locale].format(span)), Hearing("en"), NOW).time
    assert said is not None, span
    assert said.value == (TODAY + timedelta(days=days)).isoformat(), span


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=200, deadline=None)
@given(seconds=st.integers(1, 3 * 12).map(lambda steps: STEP * steps))
def test_a_length_from_what_is_in_sight(locale: str, spoken: bool, seconds: int) -> None:
    seen = moment(2 * 24 * 60)
    words = ONWARD[locale].format(TONGUES[locale].span(seconds, spoken=spoken))
    said = hear(read(words), Hearing("en", day=seen.date(), clock=seen.time()), NOW).time
    assert said is not None, words
    assert said.value == (seen + timedelta(seconds=seconds)).isoformat(timespec="minutes"), words


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("locale", ["en", "sw"])
@settings(max_examples=200, deadline=None)
@given(first=st.integers(7 * 4, 20 * 4 - 1), long=st.integers(1, 16))
def test_from_one_hour_to_another(locale: str, spoken: bool, first: int, long: int) -> None:
    midnight = NOW.replace(hour=0, minute=0, tzinfo=None)
    ends = tuple(midnight + timedelta(minutes=15 * at) for at in (first, min(first + long, 82)))
    told = (TONGUES[locale].clock(at.time(), spoken=spoken) for at in ends)
    words = BETWEEN[locale].format(*told)
    said = hear(read(words), Hearing("en"), NOW).time
    assert said is not None, words
    assert said.action is TimeAction.ASK_TIME, words
    assert (said.after, said.before) == tuple(f"{at:%H:%M}" for at in ends), words
