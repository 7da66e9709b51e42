"""From a turn's effects to the one message that goes out."""

from engine.model.effect import Emit, Run, Say, Undo
from engine.model.session import Chip, Prompt
from engine.model.tool import Answer, Call
from engine.render.book import PhraseBook
from engine.render.replies import render
from tests.render.scene import THREAD, context, say

TALK = PhraseBook.from_texts(
    {
        "en": {
            "a.hello": "Hello.",
            "a.which": "Which *one*?",
            "a.silent": "{% if nothing %}x{% endif %}",
            "a.which.yes": "Sure",
            "chips.no": "No",
            "chips.menu": "Choose",
        }
    }
)


def test_all_that_is_said_in_a_turn_is_one_message_with_the_chips_of_its_question() -> None:
    call = Call("tentatively_reserve", {}, "1.hold.0")
    chips = ["act:affirm chips.yes", "way:later a.which.later", "act:deny chips.no"]
    effects = (
        say("a.hello"),
        Run(call, Answer("held")),
        Undo("release_hold", "tentatively_reserve", {}),
        say("a.which", chips=chips),
        Emit("booking.booked"),
    )

    (reply,) = render(effects, context(TALK))

    assert reply.text == "Hello.\n\nWhich *one*?"
    assert [(button.id, button.label) for button in reply.buttons] == [
        (f"{THREAD}|7|act:affirm", "Sure"),
        (f"{THREAD}|7|way:later", "Later"),
        (f"{THREAD}|7|act:deny", "No"),
    ]
    assert reply.menu == "Choose"


def test_nothing_said_is_no_message() -> None:
    assert render((), context(TALK)) == ()
    assert render((Emit("booking.booked"),), context(TALK)) == ()
    assert render((say("a.silent"),), context(TALK)) == ()


def test_the_same_words_are_said_once() -> None:
    (reply,) = render((say("a.hello"), say("a.silent"), say("a.hello")), context(TALK))

    assert reply.text == "Hello."


def test_aloud_it_is_one_line_without_marks() -> None:
    (reply,) = render((say("a.hello"), say("a.which")), context(TALK, channel="voice"))

    assert reply.text == "Hello. Which one?"


def test_a_button_that_does_not_fit_its_id_is_left_to_words() -> None:
    chips = (Chip("plate=" + "K" * 200, "chips.no"), Chip("act:deny", "chips.no"))

    (reply,) = render((Say("a.which", prompt=Prompt(7, 1, "which", chips)),), context(TALK))

    assert [button.id for button in reply.buttons] == [f"{THREAD}|7|act:deny"]
    assert all(len(button.id) <= 200 for button in reply.buttons)


def test_the_first_message_of_a_walk_in_swahili(shipped: PhraseBook) -> None:
    around = context(shipped, locale="sw", customer={"name": "Achieng"})
    chips = ["service=haircut", "service=massage"]

    (reply,) = render((say("booking.greet"), say("booking.collect_service", chips=chips)), around)

    assert reply.text == "Habari Achieng, karibu Ratiba Spa Pilot.\n\nUngependa huduma gani?"
    assert [button.label for button in reply.buttons] == ["Kunyoa nywele", "Masaji"]
    assert reply.menu == "Chagua"


def test_a_refusal_and_the_question_beneath_it(shipped: PhraseBook) -> None:
    values = {"wanted": "sunday"}
    effects = (
        say("talk.unavailable", values=values, said={"why": "closed"}),
        say("booking.collect_slot", chips=["time=tomorrow", "time=tomorrow_later"]),
    )

    (written,) = render(effects, context(shipped))
    (aloud,) = render(effects, context(shipped, channel="voice"))

    assert written.text == (
        "Sorry, we are closed on Sunday.\n\n"
        "These times are free tomorrow. Which one suits you? "
        "You can also write another day or time."
    )
    assert aloud.text == (
        "Sorry, we are closed on Sunday. Tomorrow we have three in the afternoon or half past four "
        "in the afternoon; which one suits you?"
    )
