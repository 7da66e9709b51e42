"""What a customer may say beside answers: again, anew, back, skip, another language, stop."""

import pytest

from engine.machine.hearing.expecting import expects
from engine.model.builtin import TURN_FAILED
from engine.model.effect import Say
from engine.model.event import Tap
from engine.model.flow import FlowSet
from engine.model.understanding import Act, Language, Mention, Understanding
from engine.model.value import Value
from tests.engine.machine.scene import FACTS, Salon, Scene

SWAHILI = Language("sw", 0.95, "sw")
ENGLISH = Language("en", 0.95, "en")


def asks_for(language: str | None, heard: Language = ENGLISH) -> Understanding:
    named = (Mention("language", language, 0.97),) if language else ()
    return Understanding((Act("language", 0.95),), named, language=heard)


def test_repeat_brings_the_question_again_and_climbs_no_rung(confirming: Scene) -> None:
    confirming.says("repeat")
    assert (confirming.state, confirming.said) == ("CONFIRM", ["booking.summary"])
    assert confirming.session.rungs == 0


def test_repeat_in_the_payment_wait_says_what_is_awaited(paying: Scene) -> None:
    assert paying.says("repeat").said == ["payment.check_your_phone"]
    assert paying.state == "PAYMENT_PENDING"


def test_go_back_empties_the_answer_given_last(scene: Scene) -> None:
    scene.says("book", service="swedish").says(staff="anna").says(time="2026-06-01T15:00")
    assert scene.state == "CONFIRM"
    assert scene.says("back").state == "COLLECT_SLOT"
    assert scene.undone == ["tentatively_reserve"]
    assert scene.says("back").state == "COLLECT_STAFF"
    assert scene.says("back").state == "COLLECT_SERVICE"
    assert scene.says("back").said == ["back.nothing", "booking.collect_service"]


def test_go_back_asks_even_where_there_is_only_one_choice(scene: Scene) -> None:
    scene.says("book", service="haircut", staff="anna", time="2026-06-01T15:00")
    scene.says("back").says("back")
    assert (scene.state, scene.chips) == ("COLLECT_STAFF", ["staff=anna", "staff=*"])


def test_go_back_is_too_late_once_it_is_booked(paying: Scene) -> None:
    paying.says("back")
    assert (paying.state, paying.said) == (
        "PAYMENT_PENDING",
        ["back.too_late", "payment.check_your_phone"],
    )


def test_restart_forgets_and_undoes_everything(confirming: Scene) -> None:
    confirming.says()
    confirming.says("restart")
    assert confirming.said == ["restart.restarted", "booking.collect_service"]
    assert confirming.undone == ["tentatively_reserve"]
    assert (confirming.slot("service"), confirming.slot("time")) == (None, None)
    assert confirming.session.rungs == 0


def test_restart_is_too_late_once_it_is_booked(paying: Scene) -> None:
    assert paying.says("restart").said == ["restart.too_late", "payment.check_your_phone"]


def test_restart_with_nothing_open_greets(scene: Scene) -> None:
    assert scene.says("restart").state == "GREET"


def test_a_question_that_needs_its_answer_is_not_skipped(scene: Scene) -> None:
    scene.says("book").says("skip")
    assert (scene.state, scene.said) == (
        "COLLECT_SERVICE",
        ["skip.needed", "booking.collect_service"],
    )
    assert scene.says(service="swedish").says("skip").state == "COLLECT_SLOT"


def test_a_language_named_is_taken_at_once_and_kept(confirming: Scene) -> None:
    confirming.hears(asks_for("sw"))
    assert confirming.said == ["change_language.changed", "booking.summary"]
    assert confirming.session.locale == "sw"
    confirming.says("thanks")
    assert confirming.session.locale == "sw", "an English word does not undo the choice"
    assert confirming.hears(asks_for("en", SWAHILI)).session.locale == "en"


def test_language_alone_asks_which_in_the_middle_of_a_prompt_with_chips(scene: Scene) -> None:
    scene.says("book", service="swedish")
    prompt = scene.session.prompt
    assert prompt is not None
    scene.hears(asks_for(None))
    assert (scene.state, scene.chips) == ("WHICH", ["language=en", "language=sw"])
    scene.taps("language=sw")
    assert (scene.state, scene.session.locale) == ("COLLECT_STAFF", "sw")
    assert scene.chips[0] == "staff=anna"
    scene.meets(Tap(prompt.id, "staff=mary"))
    assert scene.slot("staff") == "mary", "a chip of before the aside still counts"


def test_a_language_that_we_do_not_speak_is_told(confirming: Scene) -> None:
    confirming.hears(asks_for("french"))
    assert (confirming.state, confirming.said) == (
        "WHICH",
        ["talk.unavailable", "change_language.which"],
    )


def test_a_task_named_with_a_language_is_not_lost(scene: Scene) -> None:
    acts = (Act("language", 0.95), Act("book", 0.95))
    named = (Mention("language", "sw", 0.97), Mention("service", "swedish", 0.95))
    scene.hears(Understanding(acts, named, language=ENGLISH))
    assert (scene.state, scene.session.locale) == ("COLLECT_STAFF", "sw")


def test_a_first_word_about_the_language_is_followed_by_the_greeting(scene: Scene) -> None:
    scene.hears(asks_for("sw"))
    assert (scene.state, scene.said) == ("GREET", ["change_language.changed", "start.greet"])


def test_stop_with_nothing_to_stop_is_answered(scene: Scene) -> None:
    scene.says("stop")
    assert (scene.said, scene.session.frames) == (["stop.stopped"], ())


def test_opting_out_lets_go_of_everything(confirming: Scene) -> None:
    confirming.says("opt_out")
    assert (confirming.ran, confirming.said) == (["opt_out"], ["opt_out.opted_out"])
    assert confirming.undone == ["tentatively_reserve"]
    assert confirming.session.frames == ()


def test_nothing_to_change_is_told(scene: Scene) -> None:
    assert scene.says("greeting").says("change").said == ["correct.nothing", "start.greet"]


def test_no_to_what_to_change_leaves_all_as_it_was(confirming: Scene) -> None:
    confirming.says("change").says("deny")
    assert (confirming.state, confirming.said) == ("CONFIRM", ["booking.summary"])


def test_a_changed_answer_is_asked_though_the_card_knows_it(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, phone=None))
    scene.facts = {**FACTS, "customer.phone": None, "card.phone": "+254712345678"}
    scene.says("book", service="swedish", staff="anna", time="2026-06-01T15:00")
    assert scene.state == "CONFIRM"
    assert scene.says("change").taps("picked=phone").state == "COLLECT_PHONE"


def test_a_fault_of_ours_is_told_and_a_person_offered(confirming: Scene) -> None:
    confirming.happens(TURN_FAILED)
    assert (confirming.state, confirming.said) == ("BROKE", ["internal_error.broke"])
    assert confirming.taps("way:go_on").state == "CONFIRM"
    confirming.happens(TURN_FAILED)
    assert confirming.taps("way:person").state == "ESCALATE"
    assert confirming.happens("notify_admin.handed_back").state == "BROKE"


@pytest.mark.parametrize("reason", ["asked", "not_understood", "failed"], ids=str)
def test_a_person_is_told_why_and_what_is_known(confirming: Scene, reason: str) -> None:
    match reason:
        case "asked":
            confirming.says("handoff")
        case "not_understood":
            confirming.says().says().says()
        case _:
            confirming.salon.comes_to["confirm_booking"] = "failed"
            confirming.says("affirm")
            assert confirming.said == ["handoff.sorry", "handoff.coming"]
    call = confirming.salon.calls[-1]
    assert (call.tool, call.args["why"]) == ("notify_admin", reason)
    assert call.args["about"] == ("confirm_booking" if reason == "failed" else "")
    service = call.args["service"]
    assert isinstance(service, Value)
    assert service.value == "swedish"


def test_a_person_can_be_called_again_and_hand_back_again(confirming: Scene) -> None:
    for _ in range(3):
        assert confirming.says("handoff").state == "ESCALATE"
        assert confirming.happens("notify_admin.handed_back").state == "CONFIRM"


def test_the_answer_that_is_to_change_is_named_at_once(confirming: Scene) -> None:
    acts = (Act("change", 0.95), Act("picked=time", 0.85))
    confirming.hears(Understanding(acts, language=Language("en", 0.9, "en")))
    assert (confirming.state, confirming.said) == ("COLLECT_SLOT", ["booking.collect_slot"])


def test_nobody_is_greeted_twice(scene: Scene) -> None:
    scene.says("greeting").says("handoff").happens("notify_admin.handed_back")
    question = scene.effects[-1]
    assert isinstance(question, Say)
    assert (scene.state, question.phrase, question.rung) == ("GREET", "start.greet", 1)


def test_a_person_or_a_language_asked_for_with_a_correction_gets_both(confirming: Scene) -> None:
    confirming.says("handoff", time="2026-06-01T15:00")
    assert (confirming.state, confirming.slot("time")) == ("ESCALATE", "2026-06-01T15:00")
    confirming.happens("notify_admin.handed_back")
    assert confirming.state == "CONFIRM"
    confirming.says("language", time="2026-06-01T09:00", language="sw")
    assert (confirming.state, confirming.session.locale) == ("CONFIRM", "sw")
    assert confirming.slot("time") == "2026-06-01T09:00"


def test_who_answers_beneath_an_aside_has_left_it(scene: Scene) -> None:
    scene.says("book", service="swedish", staff="anna").says("change")
    assert scene.says(time="2026-06-01T15:00").state == "CONFIRM"


def test_a_list_that_breaks_brings_a_person(scene: Scene) -> None:
    scene.salon.comes_to["list_active_services"] = "failed"
    scene.says("book")
    assert (scene.state, scene.said[-2:]) == ("ESCALATE", ["handoff.sorry", "handoff.coming"])
    assert scene.happens("notify_admin.handed_back").state == "COLLECT_SERVICE"


def test_what_a_declined_payment_let_go_can_be_changed(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").says("deny", time="2026-06-01T15:00")
    assert paying.said == ["payment.changed", "booking.summary"]
    assert (paying.state, paying.slot("time")) == ("CONFIRM", "2026-06-01T15:00")
    assert "confirm_booking" in paying.undone
    paying.says("affirm")
    assert paying.ran == ["confirm_booking", "initiate_stk_push"]


def test_change_after_a_decline_asks_what_is_to_change(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").taps("way:change")
    assert (paying.state, paying.slot("time")) == ("WHICH", "2026-06-01T16:00")
    assert paying.said == ["payment.changed", "correct.which"]
    paying.taps("way:never_mind")
    assert (paying.state, paying.said) == ("CONFIRM", ["booking.summary"])


def test_what_is_to_change_after_a_decline_may_be_named_at_once(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").says("change", "picked=time")
    assert (paying.state, paying.said) == (
        "COLLECT_SLOT",
        ["payment.changed", "booking.collect_slot"],
    )
    assert paying.undone == ["confirm_booking", "tentatively_reserve"]


def test_the_open_task_named_with_another_answer_after_a_decline_changes_it(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").says("book", time="2026-06-01T15:00")
    assert (paying.state, paying.slot("time")) == ("CONFIRM", "2026-06-01T15:00")
    assert paying.said == ["payment.changed", "booking.summary"]


def test_money_for_what_was_let_go_pays_for_nothing_else(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").taps("way:change")
    paying.taps("way:never_mind").says("affirm")
    assert paying.state == "PAYMENT_PENDING"
    paying.happens("initiate_stk_push.settled", payment=Value("payment", "p0"))
    assert (paying.state, paying.said) == (
        "PAYMENT_PENDING",
        ["late_payment.tell", "payment.check_your_phone"],
    )


def test_the_language_is_expected_while_it_is_asked(scene: Scene) -> None:
    scene.hears(asks_for(None))
    expected = expects(scene.salon.flows, scene.session).expected
    assert expected[0].slot == "language"
