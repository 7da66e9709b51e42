"""A rule may ask in which of the business's own seasons an opening lies."""

from engine.model.value import Value
from tools.scheduling.search import Found
from tools.scheduling.seasons import in_season

ABOUT = {"seasons": "ramadan 2027-02-08..2027-03-09, holiday 2026-12-25..2026-12-26"}


def found(*starts: str) -> Found:
    options = tuple(Value("opening", start, facts={"clock": start[-5:]}) for start in starts)
    return Found(options, options[0])


def test_each_opening_has_the_season_of_its_own_day() -> None:
    here = in_season(found("2027-02-08T09:00", "2027-03-10T09:00", "2026-12-26T18:00"), ABOUT)
    assert [one.facts["season"] for one in here.options] == ["ramadan", None, "holiday"]
    assert here.exact == here.options[0]
    assert here.options[0].facts["clock"] == "09:00"


def test_without_seasons_nothing_is_added() -> None:
    plain = found("2027-02-08T09:00")
    assert in_season(plain, {}) is plain


def test_nothing_found_has_no_season() -> None:
    assert in_season(Found(()), ABOUT) == Found(())
