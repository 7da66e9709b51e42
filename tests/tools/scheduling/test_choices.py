"""Which starts are shown, and how an opening travels through a conversation."""

from hypothesis import given
from hypothesis import strategies as st

from tools.scheduling.choose import MOST, near, spread
from tools.scheduling.place import Place, read_places, write_places

MINUTES = st.lists(st.integers(0, 287).map(lambda n: n * 5), unique=True).map(sorted)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
LANES = st.lists(st.from_regex(r"[a-z]{1,5}:[a-z0-9_]{1,3}(#[2-9])?", fullmatch=True), min_size=1)
PLACES = st.builds(Place, NAMES, st.lists(LANES.map(tuple), max_size=3).map(tuple))


@given(MINUTES, st.integers(1, MOST))
def test_a_spread_is_some_of_the_day_in_order(minutes: list[int], count: int) -> None:
    shown = spread(minutes, count)
    assert set(shown) <= set(minutes)
    assert list(shown) == sorted(set(shown))
    assert min(len(minutes), count, 6) <= len(shown) <= count


@given(MINUTES.filter(bool), st.integers(0, 1439))
def test_the_nearest_start_is_always_shown_first(minutes: list[int], wish: int) -> None:
    shown = near(minutes, wish)
    assert abs(shown[0] - wish) == min(abs(minute - wish) for minute in minutes)
    assert len(shown) == len(set(shown)) <= MOST
    assert [abs(minute - wish) for minute in shown] == sorted(abs(m - wish) for m in shown)


def test_round_hours_come_before_halves_and_halves_before_quarters() -> None:
    day = range(540, 1080, 15)
    assert spread(day) == tuple(range(540, 1080, 60))
    assert spread(range(545, 700, 5), 3) == (570, 600, 660)
    assert spread([545, 550, 600], 10) == (545, 550, 600)


@given(st.lists(PLACES, min_size=1, max_size=4))
def test_places_are_read_as_they_were_written(places: list[Place]) -> None:
    assert read_places(write_places(places)) == tuple(places)
