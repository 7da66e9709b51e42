"""What is right of an intent: heard where it is ours, let be where it is none."""

import pytest
from pydantic import ValidationError

from engine.model.understanding import ACTS, INTENTS, Act, Understanding
from ratiba.evaluating.kinds.intents import IntentCase, SpokenCase, place_of
from ratiba.evaluating.nearest import BY_MAP, BY_SPOKEN, Place
from ratiba.evaluating.verdict import Verdict

RIGHT, ASKED, MISSED, WRONG = Verdict


def heard(**acts: float) -> Understanding:
    return Understanding(tuple(Act(name, sure) for name, sure in acts.items()))


def case(map_: str | None) -> IntentCase:
    return IntentCase.model_validate({"id": "1", "text": "x", "map": map_})


@pytest.mark.parametrize(
    ("map_", "found", "verdict"),
    [
        ("affirm", heard(affirm=0.95), RIGHT),
        ("affirm", heard(affirm=0.6), ASKED),
        ("affirm", heard(deny=0.9), WRONG),
        ("affirm", heard(other=0.9), MISSED),
        ("affirm", heard(), MISSED),
        ("thanks", heard(thanks=0.95, stop=0.9), RIGHT),
        ("cancel_like", heard(cancel=0.95, book=0.9), WRONG),
        ("goodbye", heard(stop=0.9), RIGHT),
        ("faq_busy", heard(hours=0.9), RIGHT),
        ("faq_busy", heard(book=0.9), WRONG),
        ("oos", heard(), RIGHT),
        ("oos", heard(other=0.95), RIGHT),
        ("oos", heard(hours=0.6), ASKED),
        ("oos", heard(hours=0.9), WRONG),
        (None, heard(thanks=0.9), WRONG),
        ("unsure", heard(affirm=0.9), WRONG),
    ],
)
def test_an_intent(map_: str | None, found: Understanding, verdict: Verdict) -> None:
    assert case(map_).judge(found).verdict is verdict


def test_the_table_names_acts_that_there_are() -> None:
    for nearest in (*BY_MAP.values(), *BY_SPOKEN.values()):
        assert nearest.acts <= {*INTENTS, *ACTS}


def test_a_group_knows_its_place() -> None:
    assert place_of("affirm") is Place.OURS
    assert place_of("calendar_set") is Place.ALIKE
    assert place_of(case(None).judge(heard()).group) is Place.KEPT_OUT


def test_what_routes_is_told_tasks_first() -> None:
    told = case("affirm").judge(heard(thanks=0.9, book=0.9))
    assert told.came == "book + thanks"
    assert case("affirm").judge(heard(deny=0.5)).came == "(deny)"


def test_an_intent_that_is_not_placed_is_refused() -> None:
    with pytest.raises(ValidationError, match="Write 'affirm'"):
        case("afirm")
    record = {"id": "1", "text": "x", "intent": "calendar_sett", "entities": []}
    with pytest.raises(ValidationError, match="Write 'calendar_set'"):
        SpokenCase.model_validate(record)
