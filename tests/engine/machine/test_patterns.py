"""What the language itself does around any flow: the ladder, a person, courtesies."""

from datetime import date

from engine.machine.hearing.expecting import expects
from engine.model.effect import Say
from engine.model.understanding import (
    Act,
    Language,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from tests.engine.machine.scene import Scene

ENGLISH = Language("en", 0.9, "en")


def test_three_rungs_then_a_person(confirming: Scene) -> None:
    assert confirming.says().said == ["talk.no_match", "booking.summary"]
    assert confirming.state == "CLARIFICATION"
    assert confirming.says().state == "CLARIFICATION"
    confirming.says()
    assert (confirming.state, confirming.said) == ("ESCALATE", ["handoff.coming"])


def test_names_that_nothing_has_lead_to_a_person_as_well(scene: Scene) -> None:
    scene.says("book")
    told = ["talk.unavailable", "booking.collect_service"]
    for rungs in ([1, 0], [2, 1]):
        scene.says(service="blorp")
        assert (scene.state, scene.said) == ("COLLECT_SERVICE", told)
        assert [effect.rung for effect in scene.effects if isinstance(effect, Say)][-2:] == rungs
    scene.says(service="fnord")
    assert (scene.state, scene.said) == ("ESCALATE", ["handoff.coming"])


def test_the_first_that_is_not_understood_is_told_so_after_which_one_do_you_mean(
    scene: Scene,
) -> None:
    massage = Mention("service", None, 0.9, ("swedish", "deep"), "massage")
    scene.hears(Understanding((Act("book", 0.95),), (massage,), None, ENGLISH))
    assert (scene.state, scene.said[-1]) == ("CLARIFICATION", "talk.which")
    scene.says()
    assert next(effect.rung for effect in scene.effects if isinstance(effect, Say)) == 1


def test_who_says_their_name_is_greeted_by_it_and_asked_again(confirming: Scene) -> None:
    person = confirming.slot("person")
    name = Mention("name", "Mary", 0.92)
    confirming.hears(Understanding((), (name,), None, ENGLISH))
    assert confirming.said == ["talk.introduced", "booking.summary"]
    assert (confirming.state, confirming.slot("person")) == ("CONFIRM", person)


def test_silent_with_a_person_until_handed_back(confirming: Scene) -> None:
    confirming.says("handoff")
    assert confirming.says("affirm").effects == ()
    confirming.happens("notify_admin.handed_back")
    assert (confirming.state, confirming.said) == ("CONFIRM", ["handoff.back", "booking.summary"])
    assert confirming.says("affirm").state == "PAYMENT_PENDING"


def test_closed_by_the_person_ends_the_thread_and_undoes(confirming: Scene) -> None:
    confirming.says("handoff").happens("notify_admin.closed")
    assert (confirming.state, confirming.undone) == ("CLOSED", ["tentatively_reserve"])


def test_thanks_are_answered_and_the_question_comes_again(confirming: Scene) -> None:
    assert confirming.says("thanks").said == ["talk.welcome", "booking.summary"]


def test_thanks_to_nothing_open_start_nothing(scene: Scene) -> None:
    scene.says("thanks")
    assert (scene.said, scene.session.frames) == (["talk.welcome"], ())


def test_nonsense_on_an_empty_thread_is_greeted(scene: Scene) -> None:
    assert scene.says().state == "GREET"


def test_an_act_below_the_threshold_decides_nothing(confirming: Scene) -> None:
    half = Understanding((Act("affirm", 0.6),), language=Language("en", 0.9, "en"))
    assert confirming.hears(half).state == "CLARIFICATION"


def test_the_language_heard_is_the_language_answered(scene: Scene) -> None:
    swahili = Understanding((Act("book", 0.95),), language=Language("sw", 0.9, "sw"))
    assert scene.hears(swahili).session.locale == "sw"


def test_quiet_starts_again_at_each_word_and_after_runs_on(confirming: Scene) -> None:
    first = confirming.session.timers[0].due_at
    confirming.now = confirming.now.replace(minute=10)
    assert confirming.says("thanks").session.timers[0].due_at > first


def test_times_offered_on_one_day_are_the_day_of_a_bare_hour(scene: Scene) -> None:
    scene.says("book", service="haircut")
    heard = expects(scene.salon.flows, scene.session)
    assert heard.day == date(2026, 6, 1)
    assert [slot.slot for slot in heard.expected if slot.asked] == ["time"]


def test_the_part_of_the_day_that_was_heard_is_kept_for_another_day(scene: Scene) -> None:
    late = TimeHeard(TimeAction.ASK_TIME, "2026-06-05", "day", (), "16:00")
    words = (Mention("service", "haircut", 0.97),)
    scene.hears(Understanding((Act("book", 0.95),), words, late, ENGLISH))
    heard = expects(scene.salon.flows, scene.session)
    assert (heard.day, heard.after, heard.before) == (date(2026, 6, 5), "16:00", None)


def test_a_wish_for_later_is_kept_and_the_open_question_comes_again(scene: Scene) -> None:
    scene.says("book", service="swedish").says(time="2026-06-01T09:00")
    assert (scene.state, scene.said) == ("COLLECT_STAFF", ["booking.collect_staff"])
    assert scene.says(staff="mary").state == "CONFIRM"
    assert scene.slot("time") == "2026-06-01T09:00"


def test_a_way_beside_a_correction_beneath_gives_way_to_it(confirming: Scene) -> None:
    confirming.taps("act:change").says("stop", time="2026-06-01T09:00")
    assert (confirming.state, confirming.slot("time")) == ("CONFIRM", "2026-06-01T09:00")


def test_all_that_is_said_at_the_greeting_is_heard(scene: Scene) -> None:
    scene.says("greeting").says("book", time="2026-06-01T15:00", service="haircut")
    assert (scene.state, scene.slot("service")) == ("CONFIRM", "haircut")


def test_a_task_that_nobody_serves_is_told_and_begins_no_booking(scene: Scene) -> None:
    scene.says("admin", time="2026-06-01T15:00")
    assert (scene.state, scene.said) == ("GREET", ["talk.cannot", "start.greet"])
    assert scene.ran == []


def test_a_person_asked_for_with_a_task_lies_over_that_task(scene: Scene) -> None:
    scene.says("handoff", time="2026-06-01T15:00", service="haircut")
    assert scene.state == "ESCALATE"
    assert scene.happens("notify_admin.handed_back").state == "CONFIRM"


def test_stop_while_choosing_what_to_change_stops_the_booking(confirming: Scene) -> None:
    assert confirming.taps("act:change").says("stop").state == "ABANDONED"


def test_a_word_that_only_rounds_off_starts_nothing(scene: Scene) -> None:
    backchannel = Understanding((Act("affirm", 0.95),), language=Language("sw", 0.9, "sw"))
    for word in (backchannel, Understanding((Act("deny", 0.95),), language=ENGLISH)):
        scene.hears(word)
        assert (scene.said, scene.session.frames) == (["talk.noted"], ())
    clear = Understanding((Act("affirm", 0.98),), language=ENGLISH)
    assert scene.hears(clear).state == "GREET"
    assert scene.says("deny").state == "BYE"


def test_a_yes_to_the_only_choice_takes_it(scene: Scene) -> None:
    scene.says("book", sure=0.5, service="swedish")
    assert (scene.state, scene.chips) == ("CLARIFICATION", ["service=swedish"])
    assert scene.says("affirm").slot("service") == "swedish"


def test_the_greeting_leads_to_what_is_booked(scene: Scene) -> None:
    scene.says("greeting").taps("way:my_booking")
    assert (scene.state, scene.said) == (
        "MY_BOOKING",
        ["my_bookings.told", "my_bookings.my_booking"],
    )
    assert scene.says("change").state == "NOTHING_BOOKED"
    assert scene.says("deny").says("greeting").says("cancel").state == "NOTHING_BOOKED"


def test_a_no_with_a_word_for_several_means_another_one(confirming: Scene) -> None:
    massages = Mention("service", None, 0.6, candidates=("haircut", "swedish", "deep"))
    confirming.hears(Understanding((Act("deny", 0.97),), (massages,), language=ENGLISH))
    assert (confirming.state, confirming.chips) == (
        "CLARIFICATION",
        ["service=haircut", "service=deep"],
    )


def test_goodbye_to_the_greeting_is_answered(scene: Scene) -> None:
    assert scene.says("greeting").says("stop").said == ["start.bye"]


def test_who_asks_for_a_moment_is_held_the_time_anew(confirming: Scene) -> None:
    confirming.says("wait")
    assert (confirming.said, confirming.ran[-1]) == (["talk.wait"], "keep_hold")
    assert confirming.state == "CONFIRM"


def test_who_asks_for_a_moment_when_the_time_is_gone_is_told_so(confirming: Scene) -> None:
    confirming.salon.comes_to["keep_hold"] = "taken"
    confirming.says("wait")
    assert confirming.said[0] == "booking.taken"
    assert confirming.state == "COLLECT_SLOT"


def test_no_time_is_promised_where_none_is_held(scene: Scene) -> None:
    scene.says("book").says("wait")
    said = next(effect for effect in scene.effects if isinstance(effect, Say))
    assert (said.phrase, dict(said.said)) == ("talk.wait", {"held": False})


def test_nothing_is_left_to_change_once_the_money_has_come(paying: Scene) -> None:
    paying.says("change")
    assert paying.state == "WHICH"
    assert paying.happens("initiate_stk_push.settled").session.frames == ()
