"""Paying: declined, failed, late, never; a second prompt needs a second yes."""

from engine.model.effect import Say
from engine.model.value import Value
from tests.engine.machine.scene import Scene


def test_declined_offers_to_retry_and_asks_for_a_yes(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled")
    assert paying.state == "PAYMENT_CANCELLED_BY_CUSTOMER"
    assert paying.chips == ["act:affirm", "way:change", "way:declined"]
    assert paying.ran == []
    paying.says("affirm")
    assert (paying.state, paying.ran) == ("PAYMENT_PENDING", ["initiate_stk_push"])
    assert paying.happens("initiate_stk_push.settled").state == "BOOKED"


def test_a_refusal_by_mpesa_is_told_apart(paying: Scene) -> None:
    assert paying.happens("initiate_stk_push.refused").state == "PAYMENT_FAILED"


def test_money_that_comes_after_the_decline_is_booked(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled")
    paying.happens("initiate_stk_push.settled", receipt=Value("receipt", "TKL1"))
    assert paying.state == "BOOKED"


def test_money_that_comes_while_a_person_talks_comes_back_in_silence(paying: Scene) -> None:
    paying.says("handoff")
    assert paying.state == "ESCALATE"
    paying.happens("initiate_stk_push.settled")
    assert paying.said == ["booking.recap"]
    assert paying.state == "ESCALATE"


def test_no_retry_lets_the_booking_go(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled").says("deny")
    assert (paying.state, paying.undone) == ("ABANDONED", ["confirm_booking"])


def test_the_third_prompt_is_the_last(paying: Scene) -> None:
    for _ in range(2):
        paying.happens("initiate_stk_push.cancelled").says("affirm")
        assert paying.state == "PAYMENT_PENDING"
    paying.happens("initiate_stk_push.cancelled")
    assert (paying.state, paying.ran) == ("OUT_OF_TRIES", [])
    assert paying.says("handoff").state == "ESCALATE"
    assert paying.happens("notify_admin.handed_back").state == "OUT_OF_TRIES"
    assert paying.taps("way:stop").state == "ABANDONED"


def test_a_time_gone_meanwhile_is_told_and_nothing_is_pushed(paying: Scene) -> None:
    paying.happens("initiate_stk_push.cancelled")
    paying.salon.comes_to["initiate_stk_push"] = "lost"
    paying.says("affirm")
    assert paying.said == ["booking.lost", "booking.summary"]
    assert (paying.state, paying.slot("service")) == ("CONFIRM", "swedish")


def test_the_minutes_of_a_prompt(paying: Scene) -> None:
    paying.rings("payment_pending", "timer_0")
    assert (paying.state, paying.ran, paying.said) == ("PAYMENT_PENDING", ["query_stk_push"], [])
    paying.rings("payment_pending", "timer_1")
    assert paying.said == ["payment.nudge"]
    paying.rings("payment_pending", "timer_2")
    assert paying.ran == ["query_stk_push"]
    assert (paying.state, paying.undone) == ("ABANDONED", ["confirm_booking"])


def test_each_timer_rings_once(paying: Scene) -> None:
    paying.rings("payment_pending", "timer_0")
    assert "timer_0" not in [timer.name for timer in paying.session.timers]
    assert len(paying.session.timers) == 2


def test_words_are_no_proof_of_payment(paying: Scene) -> None:
    paying.says()
    assert paying.said == ["payment.check_your_phone"]
    assert (paying.state, paying.ran) == ("PAYMENT_PENDING", [])


def test_a_late_answer_for_a_thread_that_is_over_does_nothing(paying: Scene) -> None:
    paying.happens("initiate_stk_push.settled").happens("initiate_stk_push.cancelled")
    assert paying.effects == ()
    assert paying.session.frames == ()


def test_a_timer_beneath_an_aside_speaks_with_what_its_own_flow_knows(paying: Scene) -> None:
    paying.says("handoff").rings("payment_pending", "timer_1")
    nudge = next(effect for effect in paying.effects if isinstance(effect, Say))
    assert (nudge.phrase, nudge.values["price"].value) == ("payment.nudge", 3000)
    assert paying.state == "ESCALATE"


def test_money_that_comes_after_the_end_is_told(paying: Scene) -> None:
    paying.says("stop")
    assert paying.state == "ABANDONED"
    time = Value("opening", "2026-06-01T16:00")
    paying.happens("initiate_stk_push.settled", time=time, service=Value("service", "swedish"))
    assert (paying.said, paying.state) == (["late_payment.tell"], "ABANDONED")


def test_an_event_for_a_thread_that_is_over_leaves_it_over(paying: Scene) -> None:
    paying.says("stop").rings("abandoned").happens("initiate_stk_push.cancelled")
    assert paying.session.ended == "out_of_mind"


def test_money_for_a_time_that_is_gone_is_not_called_booked(paying: Scene) -> None:
    gone = Value("payment", "p1", facts={"prompts": 1, "booked": False})
    paying.happens("initiate_stk_push.cancelled")
    paying.happens("initiate_stk_push.settled", payment=gone)
    assert (paying.said, paying.state) == (["booking.paid_without_time"], "PAID_WITHOUT_TIME")


def test_money_is_told_once(paying: Scene) -> None:
    paying.happens("initiate_stk_push.settled").happens("initiate_stk_push.settled")
    assert (paying.effects, paying.session.ended) == ((), "booked")
