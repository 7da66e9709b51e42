"""Something booked is chosen by what is said of it, cancelled or moved after a yes."""

import pytest

from engine.machine.working.altered import altered
from engine.model.flow import FlowSet
from engine.model.understanding import (
    Act,
    Language,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.model.value import Value
from tests.engine.machine.scene import FACTS, Salon, Scene, booking

CUT = booking("b1", "haircut", "anna", "2026-06-01T15:00")
SWEDISH = booking("b2", "swedish", "mary", "2026-06-05T11:00")
DEEP = booking("b3", "deep", "mary", "2026-06-05T14:00")


@pytest.fixture
def salon(flows: FlowSet) -> Salon:
    return Salon(flows, bookings=(CUT, SWEDISH, DEEP))


def at(value: str) -> TimeHeard:
    return TimeHeard(TimeAction.RESOLVE, value, "minute" if "T" in value else "day")


def about(act: str, value: str, new: str | None = None, *mentions: Mention) -> Understanding:
    time = at(new) if new else None
    acts = (Act(act, 0.95),) if act else ()
    return Understanding(acts, mentions, time, Language("en", 0.9, "en"), about=at(value))


def asked(scene: Scene) -> list[object]:
    assert scene.session.prompt is not None
    return [chip.value for chip in scene.session.prompt.chips]


def test_several_that_fit_are_offered_and_only_those(salon: Salon) -> None:
    massage = Mention("service", None, 0.9, ("swedish", "deep"), "massage")
    heard = Understanding((Act("cancel", 0.95),), (massage,), None, Language("en", 0.9, "en"))
    scene = Scene(salon).hears(heard)
    assert (scene.state, asked(scene)) == ("CANCEL_WHICH", ["appointment=b2", "appointment=b3"])
    assert scene.says(service="deep").state == "CANCEL_REASON"
    assert scene.slot("appointment") == "b3"


def test_one_that_fits_is_taken_and_its_cancelling_asked(salon: Salon) -> None:
    scene = Scene(salon).hears(about("cancel", "2026-06-01"))
    assert (scene.state, scene.slot("appointment")) == ("CANCEL_REASON", "b1")
    assert scene.says("skip").state == "CANCEL_CONFIRM"
    assert "cancel_booking" not in scene.ran
    assert (scene.says("affirm").state, scene.ran[-1]) == ("CANCELLED", "cancel_booking")


def test_another_one_named_at_the_question_is_another_question(salon: Salon) -> None:
    scene = Scene(salon).hears(about("cancel", "2026-06-01")).says("skip")
    assert scene.says("deny", service="deep").state == "CANCEL_CONFIRM"
    assert scene.slot("appointment") == "b3"
    assert scene.says("affirm", service="deep").state == "CANCELLED"


def test_the_same_named_again_is_a_yes(salon: Salon) -> None:
    scene = Scene(salon).hears(about("cancel", "2026-06-01")).says("skip")
    assert scene.says("affirm", service="haircut").state == "CANCELLED"


def test_the_old_time_chooses_and_the_new_one_is_moved_to(salon: Salon) -> None:
    scene = Scene(salon).hears(about("reschedule", "2026-06-01", "2026-06-01T16:00"))
    assert scene.state == "RESCHEDULE_CONFIRM"
    assert (scene.slot("appointment"), scene.slot("time")) == ("b1", "2026-06-01T16:00")
    assert scene.slot("person") == "anna"
    assert (scene.says("affirm").state, scene.ran[-1]) == ("RESCHEDULED", "move_booking")


def test_another_person_at_the_question_is_held_instead(salon: Salon) -> None:
    scene = Scene(salon).hears(about("reschedule", "2026-06-05T11", "2026-06-01T16:00"))
    assert (scene.state, scene.slot("person")) == ("RESCHEDULE_CONFIRM", "mary")
    scene.says(staff="anna")
    assert (scene.state, scene.slot("person")) == ("RESCHEDULE_CONFIRM", "anna")
    assert scene.ran[-1] == "reserve_move"


def test_moving_it_instead_of_cancelling_takes_the_booking_along(salon: Salon) -> None:
    scene = Scene(salon).hears(about("cancel", "2026-06-01")).says("skip")
    scene.says("reschedule", time="2026-06-01T16:00")
    assert (scene.state, scene.slot("appointment")) == ("RESCHEDULE_CONFIRM", "b1")


def test_cancelling_it_instead_of_moving_asks_first(salon: Salon) -> None:
    scene = Scene(salon).hears(about("reschedule", "2026-06-01"))
    assert scene.says("cancel").state == "CANCEL_REASON"
    assert scene.slot("appointment") == "b1"
    assert scene.says("stop").state == "KEPT"
    assert "cancel_booking" not in scene.ran


def test_a_time_lost_at_the_yes_is_told_and_the_booking_stands(salon: Salon) -> None:
    scene = Scene(salon).hears(about("reschedule", "2026-06-01", "2026-06-01T16:00"))
    salon.comes_to["move_booking"] = "lost"
    scene.says("affirm")
    assert scene.state == "RESCHEDULE_COLLECT_SLOT"
    assert scene.said[0] == "reschedule.lost"
    assert scene.undone == ["reserve_move"]


def test_leaving_it_lets_the_held_time_go(salon: Salon) -> None:
    scene = Scene(salon).hears(about("reschedule", "2026-06-01", "2026-06-01T16:00"))
    assert scene.says("deny").state == "KEPT"
    assert scene.undone == ["reserve_move"]


def test_too_late_is_told_with_a_person_to_ask(flows: FlowSet) -> None:
    soon = booking("b4", "haircut", "anna", "2026-05-31T11:00", time_left=1800)
    for act, state in (("cancel", "CANCEL_TOO_LATE"), ("reschedule", "RESCHEDULE_TOO_LATE")):
        scene = Scene(Salon(flows, bookings=(soon,))).says(act)
        assert (scene.state, asked(scene)) == (state, ["way:accept", "way:declined"])
        assert "cancel_booking" not in scene.ran
        assert scene.says("affirm").state == "ESCALATE"
        assert Scene(Salon(flows, bookings=(soon,))).says(act).says("deny").state == "KEPT"


def test_nothing_booked_is_told_and_a_yes_books(flows: FlowSet) -> None:
    for act in ("cancel", "reschedule"):
        scene = Scene(Salon(flows)).says(act)
        assert scene.state == "NOTHING_BOOKED"
        assert scene.says("affirm", service="haircut").state == "COLLECT_SLOT"


@pytest.mark.parametrize("said", [("affirm",), ()])
def test_what_is_said_to_that_offer_is_for_the_booking(
    flows: FlowSet, said: tuple[str, ...]
) -> None:
    scene = Scene(Salon(flows)).says("reschedule", time="2026-06-05")
    assert asked(scene) == ["act:affirm", "way:declined"]
    scene.says(*said, service="haircut", staff="anna", time="2026-06-01T15:00")
    assert (scene.state, scene.slot("time")) == ("CONFIRM", "2026-06-01T15:00")


def test_one_of_two_that_were_booked_together_or_both(salon: Salon) -> None:
    for way, state, done in (
        ("one", "CANCEL_CONFIRM", "CANCELLED"),
        ("both", "CANCEL_BOTH_CONFIRM", "CANCELLED_BOTH"),
    ):
        salon.other = SWEDISH
        scene = Scene(salon).hears(about("cancel", "2026-06-01")).says("skip")
        assert (scene.state, asked(scene)) == ("CANCEL_ONE_OR_BOTH", ["way:both", "way:one"])
        assert scene.taps(f"way:{way}").state == state
        assert scene.says("affirm").state == done
        assert ("beside" in salon.calls[-1].args) is (way == "both")


def test_cancel_behind_a_booking_is_for_what_is_booked(salon: Salon) -> None:
    scene = Scene(salon)
    scene.facts = {**FACTS, "customer.bookings": 3}
    cut, at_three = Value("service", "haircut"), Value("opening", "2026-06-01T15:00")
    scene.happens("booking.booked", service=cut, time=at_three, people=Value("number", 2))
    assert scene.state == "BOOKED"
    assert scene.says("cancel").state == "CANCEL_WHICH"


def test_cancel_where_nothing_could_be_called_off_is_for_what_is_booked(salon: Salon) -> None:
    scene = Scene(salon)
    scene.facts = {**FACTS, "customer.bookings": 3}
    assert scene.says("language").state == "WHICH"
    assert scene.says("cancel").state == "CANCEL_WHICH"


def test_cancel_of_what_is_on_its_way_is_for_that(salon: Salon) -> None:
    scene = Scene(salon)
    scene.facts = {**FACTS, "customer.bookings": 3}
    assert scene.says("book", service="haircut").says("cancel").state == "ABANDONED"


@pytest.mark.parametrize(("service", "state"), [("haircut", "RESCHEDULE"), ("deep", "COLLECT")])
def test_only_what_is_booked_is_moved_where_a_new_one_may_be_meant(
    salon: Salon, service: str, state: str
) -> None:
    scene = Scene(salon).hears(about("cancel", "2026-06-01"))
    both = (Act("reschedule", 0.95), Act("book", 0.86))
    named = (Mention("service", service, 0.95),)
    scene.hears(Understanding(both, named, None, Language("en", 0.9, "en")))
    assert scene.state.startswith(state)


def test_of_two_tasks_the_second_comes_when_the_first_has_ended(salon: Salon) -> None:
    salon.bookings = (CUT, SWEDISH)
    move = Understanding((Act("reschedule", 0.95),), (), at("2026-06-01T16:00"))
    scene = Scene(salon).hears(altered(about("cancel", "2026-06-01"), then=move))
    assert (scene.state, scene.slot("appointment")) == ("CANCEL_REASON", "b1")
    assert scene.said[0] == "talk.in_turn"
    scene.says("skip").says("affirm")
    assert "cancelled" in scene.said[0]
    assert (scene.state, scene.slot("appointment")) == ("RESCHEDULE_CONFIRM", "b2")
    assert scene.says("affirm").state == "RESCHEDULED"


def test_what_tells_the_second_apart_is_known_when_it_comes(salon: Salon) -> None:
    deep = Mention("service", "deep", 0.95)
    first = about("reschedule", "2026-06-01", "2026-06-01T16:00")
    cancel = Understanding((Act("cancel", 0.95),), (deep,))
    scene = Scene(salon).hears(altered(first, then=cancel))
    assert (scene.state, scene.slot("appointment")) == ("RESCHEDULE_CONFIRM", "b1")
    scene.says("deny")
    assert (scene.state, scene.slot("appointment")) == ("CANCEL_REASON", "b3")
    assert "move_booking" not in scene.ran
