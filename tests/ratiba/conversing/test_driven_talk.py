"""How people really talk to a business: second thoughts, asides, somebody they do not want."""

from tests.ratiba.conversing.shops import LOOK, Driven, say, start, words

TEN = "2026-06-11T10:00"


def test_who_is_not_wanted_never_serves(driven: Driven) -> None:
    _, asked, done, left = driven(
        start(), say("cut tomorrow at 10am, I don't want Otieno"), say("yes"), LOOK
    )
    assert (asked["state"], asked["slots"]["staff"]) == ("CONFIRM", "wambui")
    assert done["state"] == "BOOKED"
    assert [one["staff"] for one in left["live"]] == ["wambui"]


def test_asides_at_the_summary_book_nothing(driven: Driven) -> None:
    _, _, asked, supposed, heard, left, done = driven(
        start(),
        say("cut with Oti tomorrow 10am"),
        say("where do I park?"),
        say("what if I need to cancel?"),
        say("ok. who will do it?"),
        LOOK,
        say("yes"),
    )
    assert "behind" in words(asked)
    for answer in (asked, supposed, heard):
        assert (answer["state"], answer["slots"]["start"]) == ("CONFIRM", TEN)
    assert left["live"] == []
    assert done["state"] == "BOOKED"


def test_second_thoughts_keep_the_rest(driven: Driven) -> None:
    _, _, waits, later, change, other, day = driven(
        start(),
        say("cut with Oti tomorrow 10am"),
        say("no wait"),
        say("make it 11am"),
        {"tap": "Change", "from_turn": None},
        say("the service. hot shave"),
        say("could we do Monday same time"),
    )
    assert (waits["state"], change["state"]) == ("CORRECT", "CORRECT")
    assert (later["state"], later["slots"]["start"]) == ("CONFIRM", "2026-06-11T11:00")
    assert (other["state"], other["slots"]["service"]) == ("CONFIRM", "shave")
    assert (day["state"], day["slots"]["start"]) == ("CONFIRM", "2026-06-15T11:00")
    assert day["slots"]["staff"] == "otieno"


def test_a_request_cancelled_by_mistake_is_sent_again_and_words_push_none(driven: Driven) -> None:
    _, _, pending, more, declined, again, left = driven(
        start(mpesa=True),
        say("cut with Oti tomorrow 10am"),
        say("yes"),
        say("send another one"),
        {"event": "payment.decline"},
        say("sorry, pressed cancel by mistake, resend"),
        LOOK,
    )
    assert (pending["state"], more["state"]) == ("PAYMENT_PENDING", "PAYMENT_PENDING")
    assert declined["state"] == "PAYMENT_CANCELLED_BY_CUSTOMER"
    assert again["state"] == "PAYMENT_PENDING"
    assert left["prompts"] == 2


def test_a_question_beside_the_booking_replaces_no_service(driven: Driven) -> None:
    _, _, asked, done = driven(
        start(),
        say("dye with Wambui on Thursday"),
        say("when will I see the hair photos?"),
        say("2pm"),
    )
    assert (asked["asks"], asked["slots"]["service"]) == ("time", "dye")
    assert (done["state"], done["slots"]["start"]) == ("CONFIRM", "2026-06-11T14:00")
