"""A booking that was let go is kept in mind: what is to change goes on with it."""

import pytest

from engine.model.understanding import Act, Language, Understanding
from tests.engine.machine.scene import Scene

ENGLISH = Language("en", 0.9, "en")
OTHER = "2026-06-01T09:00"


@pytest.fixture
def let_go(confirming: Scene) -> Scene:
    return confirming.says("deny")


def test_it_is_free_again_and_nothing_is_asked(let_go: Scene) -> None:
    assert (let_go.state, let_go.said) == ("ABANDONED", ["booking.abandoned"])
    assert let_go.undone == ["tentatively_reserve"]
    assert let_go.session.prompt is None


def test_another_time_alone_is_one_for_it(let_go: Scene) -> None:
    let_go.says("change", time=OTHER)
    assert (let_go.state, let_go.slot("time")) == ("CONFIRM", OTHER)
    assert (let_go.slot("service"), let_go.slot("staff")) == ("swedish", "anna")


def test_the_answer_to_change_is_asked_anew(let_go: Scene) -> None:
    acts = (Act("change", 0.95), Act("picked=time", 0.85))
    let_go.hears(Understanding(acts, (), None, ENGLISH))
    assert (let_go.state, let_go.slot("service")) == ("COLLECT_SLOT", "swedish")


def test_another_person_is_one_for_it(let_go: Scene) -> None:
    let_go.says("change", staff="mary")
    assert (let_go.state, let_go.slot("staff")) == ("CONFIRM", "mary")


def test_a_yes_after_the_no_is_asked_once_more(let_go: Scene) -> None:
    let_go.hears(Understanding((Act("affirm", 0.98),), (), None, ENGLISH))
    assert (let_go.state, let_go.said) == ("CONFIRM", ["booking.summary"])
    assert "confirm_booking" not in let_go.ran


@pytest.mark.parametrize("acts", [("book",), ()])
def test_another_service_is_a_wish_of_its_own(let_go: Scene, acts: tuple[str, ...]) -> None:
    let_go.says(*acts, service="haircut")
    assert (let_go.slot("service"), let_go.slot("time")) == ("haircut", None)


@pytest.mark.parametrize("act", ["greeting", "cancel", "services"])
def test_any_other_word_ends_it(let_go: Scene, act: str) -> None:
    let_go.says(act)
    assert all(frame.flow != "let_go" for frame in let_go.session.frames)


def test_time_ends_it_without_a_word(let_go: Scene) -> None:
    let_go.rings("abandoned")
    assert (let_go.said, let_go.session.frames) == ([], ())


@pytest.mark.parametrize(("bookings", "flow"), [(0, "booking"), (1, "reschedule")])
def test_to_move_it_is_of_what_is_booked_where_something_is(
    let_go: Scene, bookings: int, flow: str
) -> None:
    let_go.facts = {**let_go.facts, "customer.bookings": bookings}
    let_go.says("reschedule", time=OTHER)
    assert let_go.session.frames[-1].flow == flow


def test_a_value_that_is_not_said_to_change_it_ends_it(let_go: Scene) -> None:
    let_go.says(time=OTHER)
    assert let_go.slot("service") is None
