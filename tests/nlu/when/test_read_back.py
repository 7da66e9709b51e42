"""Times put into words by rule, in both languages, are read back as the same times."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.understanding import Hearing, TimeAction
from engine.nlu.tokens import read
from engine.nlu.when.hear import hear
from tests.nlu.scenes import NOW

HOURS_SW = (
    "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa", "kumi",
    "kumi na moja", "kumi na mbili",
)  # fmt: skip
WEEKDAYS_SW = ("Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi", "Jumapili")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_SW = (
    "Januari", "Februari", "Machi", "Aprili", "Mei", "Juni", "Julai", "Agosti", "Septemba",
    "Oktoba", "Novemba", "Desemba",
)  # fmt: skip
PARTS = ((5, "alfajiri"), (12, "asubuhi"), (16, "mchana"), (19, "jioni"), (24, "usiku"))
"""Up to which hour a part of the day lasts."""

TODAY = NOW.date()
DAYS = st.integers(1, 6).map(lambda ahead: TODAY + timedelta(days=ahead))
HOURS = st.integers(5, 22)
MINUTES = st.sampled_from((0, 15, 30, 45, 5, 20, 50))


def part(hour: int) -> str:
    return next(name for until, name in PARTS if hour < until)


def swahili(hour: int, minute: int) -> str:
    """An hour of the Western clock in Swahili words."""
    spoken = HOURS_SW[(hour - 7) % 12]
    following = HOURS_SW[(hour - 6) % 12]
    name = part(hour)
    match minute:
        case 0:
            return f"saa {spoken} {name}"
        case 15:
            return f"saa {spoken} na robo {name}"
        case 30:
            return f"saa {spoken} na nusu {name}"
        case 45:
            return f"saa {following} kasorobo {name}"
        case _:
            return f"saa {spoken} na dakika {minute} {name}"


def english(hour: int, minute: int) -> str:
    return f"{(hour - 1) % 12 + 1}:{minute:02d}{'pm' if hour >= 12 else 'am'}"


def read_back(words: str, day: date, hour: int, minute: int) -> None:
    said = hear(read(words), Hearing("sw"), NOW).time
    assert said is not None, words
    assert said.action is TimeAction.RESOLVE, words
    assert said.value == f"{day}T{hour:02d}:{minute:02d}", words


@settings(max_examples=400, deadline=None)
@given(DAYS, HOURS, MINUTES)
def test_swahili_words(day: date, hour: int, minute: int) -> None:
    read_back(f"{WEEKDAYS_SW[day.weekday()]} {swahili(hour, minute)}", day, hour, minute)


@settings(max_examples=200, deadline=None)
@given(DAYS, HOURS, MINUTES)
def test_english_digits(day: date, hour: int, minute: int) -> None:
    read_back(f"{WEEKDAYS_EN[day.weekday()]} at {english(hour, minute)}", day, hour, minute)
    read_back(f"{english(hour, minute)} on {day:%d/%m/%Y}", day, hour, minute)
    if hour >= 7:
        read_back(f"{day:%B} {day.day} at {hour:02d}:{minute:02d}", day, hour, minute)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 300), HOURS, MINUTES)
def test_a_swahili_date(ahead: int, hour: int, minute: int) -> None:
    day = TODAY + timedelta(days=ahead)
    words = f"tarehe {day.day} {MONTHS_SW[day.month - 1]} {swahili(hour, minute)}"
    read_back(words, day, hour, minute)


@settings(max_examples=200, deadline=None)
@given(DAYS, HOURS, MINUTES)
def test_both_languages_in_one_sentence(day: date, hour: int, minute: int) -> None:
    read_back(f"{WEEKDAYS_EN[day.weekday()]} {swahili(hour, minute)}", day, hour, minute)
    read_back(f"{WEEKDAYS_SW[day.weekday()]} at {english(hour, minute)}", day, hour, minute)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 12), MINUTES)
def test_an_hour_without_a_part_of_the_day_is_never_resolved(spoken: int, minute: int) -> None:
    for words in (f"kesho saa {HOURS_SW[spoken - 1]}", f"kesho saa {spoken}:{minute:02d}"):
        said = hear(read(words), Hearing("sw"), NOW).time
        assert said is not None
        assert said.action is TimeAction.ASK, words
