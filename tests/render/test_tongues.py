"""Numbers, money, days and hours in both languages: tables as data, and what holds for all."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.render.english import English
from engine.render.phones import in_groups
from engine.render.swahili import Swahili
from engine.render.tongue import Tongue
from tests.render.scene import HERE, load

TODAY = date(2026, 6, 1)
TONGUES: dict[str, Tongue] = {"en": English(), "sw": Swahili()}
both = pytest.mark.parametrize("tongue", TONGUES.values(), ids=TONGUES)


def _each(file: str) -> list[Any]:
    return [
        pytest.param(case, locale, id=f"{next(iter(case.values()))} {locale}")
        for case in load(HERE / file)
        for locale in TONGUES
    ]


@pytest.mark.parametrize(("case", "locale"), _each("clock.yaml"))
def test_clock(case: dict[str, str], locale: str) -> None:
    at = time.fromisoformat(case["at"])
    written = case["at"] if locale == "en" else f"{case['sw']} ({case['at']})"

    assert TONGUES[locale].clock(at, spoken=True) == case[locale]
    assert TONGUES[locale].clock(at, spoken=False) == written


@pytest.mark.parametrize(("case", "locale"), _each("days.yaml"))
def test_days(case: dict[str, Any], locale: str) -> None:
    tongue, at = TONGUES[locale], datetime.fromisoformat(case["at"])

    assert [
        tongue.moment(at, TODAY, spoken=False),
        tongue.moment(at, TODAY, spoken=True),
        tongue.exact(at, spoken=False),
        tongue.short(at, TODAY),
    ] == case[locale]


@pytest.mark.parametrize(("case", "locale"), _each("numbers.yaml"))
def test_numbers(case: dict[str, Any], locale: str) -> None:
    assert TONGUES[locale].number(case["number"]) == case[locale]


@pytest.mark.parametrize(("case", "locale"), _each("spans.yaml"))
def test_times_as_they_are_set(case: dict[str, Any], locale: str) -> None:
    tongue, seconds = TONGUES[locale], case["seconds"]

    assert [tongue.span(seconds, spoken=False), tongue.span(seconds, spoken=True)] == case[locale]


@both
def test_no_two_numbers_sound_alike(tongue: Tongue) -> None:
    words = [tongue.number(value) for value in range(120_000)]

    assert len(set(words)) == len(words)


@both
@given(a=st.integers(0, 10**9), b=st.integers(0, 10**9))
def test_no_two_large_numbers_sound_alike(tongue: Tongue, a: int, b: int) -> None:
    assert (tongue.number(a) == tongue.number(b)) == (a == b)


@both
def test_every_minute_of_the_day_sounds_its_own_way(tongue: Tongue) -> None:
    minutes = [time(hour, minute) for hour in range(24) for minute in range(60)]

    for spoken in (True, False):
        assert len({tongue.clock(at, spoken=spoken) for at in minutes}) == len(minutes)


@both
@given(days=st.integers(-400, 800), minute=st.integers(0, 1439), other=st.integers(-400, 800))
def test_no_two_days_look_alike(tongue: Tongue, days: int, minute: int, other: int) -> None:
    midnight = datetime.combine(TODAY, time())
    at, then = (midnight + timedelta(days=n, minutes=minute) for n in (days, other))

    assert len(tongue.short(at, TODAY)) <= 20
    for spoken in (True, False):
        one, two = (tongue.moment(when, TODAY, spoken=spoken) for when in (at, then))
        assert (one == two) == (days == other)


@both
@given(days=st.integers(-200, 1400), minute=st.integers(0, 1439))
def test_what_is_spoken_has_no_figures(tongue: Tongue, days: int, minute: int) -> None:
    at = datetime.combine(TODAY, time()) + timedelta(days=days, minutes=minute)
    spoken = (tongue.moment(at, TODAY, spoken=True), tongue.exact(at, spoken=True))

    assert not any(one.isdigit() or one in "():" for words in spoken for one in words)


def test_money() -> None:
    english, swahili = TONGUES["en"], TONGUES["sw"]

    assert english.money(1500, spoken=False) == swahili.money(1500, spoken=False) == "KES 1,500"
    assert english.money(1234567, spoken=False) == "KES 1,234,567"
    assert english.money(99.5, spoken=False) == "KES 99.50"
    assert english.money(1, spoken=True) == "one shilling"
    assert english.money(1500, spoken=True) == "one thousand five hundred shillings"
    assert swahili.money(1500, spoken=True) == "shilingi elfu moja na mia tano"


def test_choices_in_a_row() -> None:
    english, swahili = TONGUES["en"], TONGUES["sw"]

    assert english.one_of(["Anna", "Mary", "Jane"]) == "Anna, Mary or Jane"
    assert swahili.one_of(["Anna", "Mary", "Jane"]) == "Anna, Mary au Jane"
    assert english.one_of(["Anna", "Mary"]) == "Anna or Mary"
    assert english.one_of(["Anna"]) == "Anna"
    assert english.one_of([]) == ""


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+254712345678", "0712 345 678"),
        ("+254112345678", "0112 345 678"),
        ("+254202222222", "0202 222 222"),
        ("+256772123456", "+256 772 123456"),
        ("nobody", "nobody"),
    ],
)
def test_phones(number: str, shown: str) -> None:
    assert in_groups(number) == shown
