"""Booking as the shipped flows have it: skip-ahead, chips, corrections, lost races."""

from dataclasses import replace

import pytest

from engine.machine.working.errors import Broken
from engine.model.effect import Say
from engine.model.event import Due
from engine.model.flow import FlowSet
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import ANYONE, Status, Value
from tests.engine.machine.scene import FACTS, Salon, Scene


def test_one_line_that_says_everything_stands_at_the_confirm(scene: Scene) -> None:
    scene.says("greeting", "book", time="2026-06-01T15:00", service="haircut")
    assert (scene.state, scene.said) == ("CONFIRM", ["booking.summary"])
    assert scene.ran == ["upsert_contact", "tentatively_reserve"]
    assert scene.chips == ["act:affirm", "act:change", "way:declined"]


def test_hello_walks_by_chips(scene: Scene) -> None:
    assert scene.says("greeting").state == "GREET"
    assert scene.chips == ["way:book", "way:my_booking", "way:person"]
    assert scene.taps("way:book").state == "COLLECT_SERVICE"
    assert scene.taps("service=swedish").state == "COLLECT_STAFF"
    assert scene.chips == ["staff=anna", "staff=mary", f"staff={ANYONE}"]
    assert scene.taps(f"staff={ANYONE}").state == "COLLECT_SLOT"
    assert scene.taps("time=2026-06-01T09:00").state == "CONFIRM"
    assert scene.slot("person") == "anna"


def test_only_what_is_missing_is_asked(scene: Scene) -> None:
    scene.says("book", time="2026-06-01")
    assert (scene.state, scene.said) == (
        "COLLECT_SERVICE",
        ["booking.greet", "booking.collect_service"],
    )
    assert scene.says(service="haircut").state == "COLLECT_SLOT"
    assert [call.args["wish"] for call in scene.salon.calls if call.tool == "get_available_slots"]
    assert scene.says(time="2026-06-01T15:00").state == "CONFIRM"


def test_a_service_and_a_time_begin_the_booking_without_its_name(scene: Scene) -> None:
    assert scene.says(time="2026-06-01T15:00", service="haircut").state == "CONFIRM"


def test_paid_is_booked(paying: Scene) -> None:
    assert (paying.state, paying.ran) == (
        "PAYMENT_PENDING",
        ["confirm_booking", "initiate_stk_push"],
    )
    paying.happens("initiate_stk_push.settled")
    assert (paying.state, paying.said) == ("BOOKED", ["booking.recap"])
    assert paying.emitted == ["payment.settled", "booking.booked"]
    assert paying.session.frames == ()


def test_without_mpesa_the_yes_books(flows: FlowSet) -> None:
    scene = Scene(Salon(flows), facts={**FACTS, "tenant.mpesa_enabled": False})
    scene.says("book", time="2026-06-01T15:00", service="haircut").says("affirm")
    assert (scene.state, scene.ran) == ("BOOKED", ["confirm_booking"])


def test_a_quote_only_service_is_booked_without_payment(scene: Scene) -> None:
    scene.says("book", time="2026-06-01T15:00", service="consultation").says("affirm")
    assert (scene.state, scene.ran) == ("BOOKED", ["confirm_booking"])


def test_a_correction_walks_again_and_moves_the_hold(confirming: Scene) -> None:
    held = confirming.slot("hold")
    confirming.says(staff="mary")
    assert (confirming.state, confirming.slot("person")) == ("CONFIRM", "mary")
    assert confirming.undone == ["tentatively_reserve"]
    assert confirming.ran == ["tentatively_reserve"]
    assert confirming.slot("hold") != held


def test_a_yes_beside_a_new_value_answers_nothing(confirming: Scene) -> None:
    confirming.says("affirm", time="2026-06-01T15:00")
    assert confirming.state == "CONFIRM"
    assert "confirm_booking" not in confirming.ran


def test_the_same_value_again_is_not_new(confirming: Scene) -> None:
    assert confirming.says("affirm", time="2026-06-01T16:00").state == "PAYMENT_PENDING"


def test_another_time_beside_the_one_held_is_asked_and_another_reading_of_it_is_not(
    confirming: Scene,
) -> None:
    held = "2026-06-01T16:00"
    for other, state in (("2026-06-01T04:00", "CONFIRM"), ("2026-06-02T16:00", "CLARIFICATION")):
        both = TimeHeard(TimeAction.ASK, None, "minute", candidates=(held, other))
        confirming.hears(Understanding((), (), both, Language("en", 0.9, "en")))
        assert confirming.state == state, other


def test_a_correction_that_loses_the_race_leaves_the_old_hold(confirming: Scene) -> None:
    held = confirming.slot("hold")
    confirming.salon.comes_to["tentatively_reserve"] = "taken"
    confirming.says(time="2026-06-01T15:00")
    assert confirming.said == ["booking.taken", "booking.summary"]
    assert (confirming.undone, confirming.ran) == ([], [])
    assert (confirming.slot("hold"), confirming.slot("time")) == (held, "2026-06-01T16:00")


def test_a_time_that_is_not_free_is_told_with_others(confirming: Scene) -> None:
    confirming.says(time="2026-06-01T12:00")
    assert confirming.state == "COLLECT_SLOT"
    assert confirming.said == ["talk.unavailable", "booking.collect_slot"]
    assert confirming.undone == ["tentatively_reserve"]
    assert len(confirming.chips) == 3


def test_a_hold_lost_at_the_yes_asks_for_another_time(confirming: Scene) -> None:
    confirming.salon.comes_to["confirm_booking"] = "lost"
    confirming.says("affirm")
    assert (confirming.state, confirming.said) == (
        "COLLECT_SLOT",
        ["booking.taken", "booking.collect_slot"],
    )
    wish = confirming.salon.calls[-1].args["wish"]
    assert wish == Value("opening", "2026-06-01", facts={"grain": "day"})


def test_change_asks_what_and_only_what_the_customer_gave(confirming: Scene) -> None:
    confirming.taps("act:change")
    assert confirming.chips == [
        "picked=service",
        "picked=staff",
        "picked=time",
        "way:never_mind",
    ]
    assert confirming.taps("picked=time").state == "COLLECT_SLOT"
    assert confirming.says(time="2026-06-01T09:00").state == "CONFIRM"


def test_never_mind_brings_the_question_back(confirming: Scene) -> None:
    confirming.taps("act:change").taps("way:never_mind")
    assert (confirming.state, confirming.said) == ("CONFIRM", ["booking.summary"])


def test_stop_undoes_the_hold(confirming: Scene) -> None:
    confirming.says("stop")
    assert (confirming.state, confirming.undone) == ("ABANDONED", ["tentatively_reserve"])


def test_cancel_of_what_is_not_finished_is_stop(confirming: Scene) -> None:
    assert confirming.says("cancel").state == "ABANDONED"


def test_silence_abandons(confirming: Scene) -> None:
    confirming.rings("confirm")
    assert (confirming.state, confirming.undone) == ("ABANDONED", ["tentatively_reserve"])


def test_a_timer_of_a_wait_that_is_over_does_nothing(confirming: Scene) -> None:
    stale = next(t for t in confirming.session.timers if t.step == "confirm")
    before = confirming.says("affirm").session
    confirming.meets(Due(stale.frame, stale.step, stale.name))
    assert (confirming.effects, confirming.session.frames) == ((), before.frames)


def test_nothing_on_offer_keeps_the_wish(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, services=()))
    scene.says("book")
    assert scene.state == "LEAD_CAPTURED"
    assert "save_lead" in scene.ran


def test_no_opening_offers_ways_out(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, free=()))
    scene.says("book", service="haircut")
    assert (scene.state, scene.chips) == (
        "NO_OPENINGS",
        ["way:another_person", "way:person", "way:stop"],
    )
    assert scene.taps("way:stop").state == "LEAD_CAPTURED"


def test_a_number_the_channel_does_not_know_is_asked_and_shown(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, phone=None), facts={**FACTS, "customer.phone": None})
    scene.says("book", time="2026-06-01T15:00", service="haircut")
    assert scene.state == "COLLECT_PHONE"
    scene.says(phone="+254711000000")
    assert scene.state == "CONFIRM"
    scene.says("affirm")
    assert scene.ran == ["confirm_booking", "initiate_stk_push"]


def test_several_meanings_become_chips_and_none_is_taken(scene: Scene) -> None:
    massage = Mention("service", None, 0.7, ("swedish", "deep"))
    scene.hears(Understanding((Act("book", 0.95),), (massage,), language=Language("en", 0.9, "en")))
    assert (scene.state, scene.said[-1]) == ("CLARIFICATION", "talk.which")
    assert scene.chips == ["service=swedish", "service=deep"]
    assert scene.taps("service=deep").slot("service") == "deep"


@pytest.mark.parametrize(
    ("of", "ids"), [("service", ("swedish", "deep")), ("staff", ("anna", "mary"))]
)
def test_which_one_knows_whether_people_are_meant(
    scene: Scene, of: str, ids: tuple[str, ...]
) -> None:
    several = Mention(of, None, 0.7, ids)
    acts, language = (Act("book", 0.95),), Language("en", 0.9, "en")
    haircut = (Mention("service", "haircut", 0.97),) if of == "staff" else ()
    scene.hears(Understanding(acts, (*haircut, several), language=language))
    asked = [effect for effect in scene.effects if isinstance(effect, Say)]
    assert (asked[-1].phrase, asked[-1].said) == ("talk.which", {"of": of})


def test_two_readings_of_an_hour_are_asked(scene: Scene) -> None:
    both = TimeHeard(
        TimeAction.ASK, None, "minute", candidates=("2026-06-01T09:00", "2026-06-01T15:00")
    )
    haircut = Mention("service", "haircut", 0.95)
    scene.hears(Understanding((Act("book", 0.95),), (haircut,), both, Language("en", 0.9, "en")))
    assert scene.chips == ["time=2026-06-01T09:00", "time=2026-06-01T15:00"]
    assert scene.slot("time") is None
    assert scene.taps("time=2026-06-01T15:00").state == "CONFIRM"


def test_half_sure_is_assumed_once_and_never_after_a_correction(scene: Scene) -> None:
    scene.says("book", service="swedish", sure=0.75)
    assert scene.slot("service") == "swedish"
    scene.says(service="deep", sure=0.75)
    assert scene.state == "CLARIFICATION"
    assert scene.chips == ["service=deep"]


def test_an_old_choice_is_a_correction_and_an_old_yes_is_nothing(confirming: Scene) -> None:
    confirming.taps("time=2026-06-01T09:00", prompt=1)
    assert (confirming.state, confirming.slot("time")) == ("CONFIRM", "2026-06-01T09:00")
    confirming.taps("act:affirm", prompt=1)
    assert confirming.said == ["talk.old_button", "booking.summary"]
    assert confirming.ran == []


def test_what_a_yes_used_never_changes(paying: Scene) -> None:
    paying.says(time="2026-06-01T09:00")
    assert paying.state == "PAYMENT_PENDING"
    assert paying.said == ["talk.too_late", "payment.check_your_phone"]
    assert paying.slot("time") == "2026-06-01T16:00"
    booking = paying.session.frames[0]
    assert booking.slots["time"].status is Status.SEALED


def test_nothing_irreversible_runs_on_what_was_not_shown(flows: FlowSet) -> None:
    blind = _hiding(flows, "time")
    scene = Scene(Salon(blind)).says("book", time="2026-06-01T15:00", service="haircut")
    with pytest.raises(Broken, match="while time is not confirmed"):
        scene.says("affirm")


def _hiding(flows: FlowSet, slot: str) -> FlowSet:
    """The flows with a summary that does not print `slot`."""
    booking = flows.flows["booking"]
    confirm = booking.states["confirm"]
    hidden = replace(confirm, shown=confirm.shown - {slot})
    changed = replace(booking, states={**booking.states, "confirm": hidden})
    return replace(flows, flows={**flows.flows, "booking": changed})


def test_a_picture_is_told_and_the_question_comes_again(confirming: Scene) -> None:
    confirming.sends("image")
    assert confirming.said == ["talk.unsupported", "booking.summary"]
    assert confirming.session.rungs == 0


def test_an_outcome_that_no_tool_defines_breaks_the_turn(scene: Scene) -> None:
    scene.salon.comes_to["tentatively_reserve"] = "perhaps"
    with pytest.raises(Broken, match="no way out for 'perhaps'"):
        scene.says("book", time="2026-06-01T15:00", service="haircut")


def test_a_reaction_is_met_with_silence(confirming: Scene) -> None:
    assert confirming.sends("reaction").effects == ()


def test_not_her_and_nobody_instead_asks_who(confirming: Scene) -> None:
    unwanted = Mention("staff", "anna", 0.97, excluded=True)
    confirming.hears(Understanding((Act("deny", 0.9),), (unwanted,)))
    assert (confirming.state, confirming.undone) == ("COLLECT_STAFF", ["tentatively_reserve"])
    assert confirming.slot("time") == "2026-06-01T16:00"


def test_anyone_but_her_carries_who_is_not_meant(scene: Scene) -> None:
    both = (Mention("staff", ANYONE, 0.97), Mention("staff", "anna", 0.97, excluded=True))
    service = Mention("service", "swedish", 0.97)
    scene.hears(Understanding((Act("book", 0.95),), (service, *both)))
    asked = next(call for call in scene.salon.calls if call.tool == "get_available_slots")
    assert asked.args["staff"] == Value("staff", ANYONE, facts={"excluded": "anna"})


def test_what_to_change_may_be_typed(confirming: Scene) -> None:
    confirming.taps("act:change").says("picked=time")
    assert confirming.state == "COLLECT_SLOT"
