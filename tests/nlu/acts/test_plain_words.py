"""Plain words decide, words of others decide nothing, and what is refused is not begun."""

import pytest

from tests.nlu.scenes import decided, heard


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I'd like to make an appointment", "book"),
        ("can you fit me in tomorrow?", "book"),
        ("nataka kuweka nafasi", "book"),
        ("naomba unibookie kesho", "book"),
        ("naeza pata slot leo?", "book"),
        ("please cancel my booking", "cancel"),
        ("I won't make it tomorrow, cancel please", "cancel"),
        ("naomba kughairi miadi yangu", "cancel"),
        ("nataka kufuta booking", "cancel"),
        ("can I move my appointment to Friday", "reschedule"),
        ("nataka kuahirisha miadi", "reschedule"),
        ("naomba kubadilisha miadi yangu", "reschedule"),
        ("how much is a haircut?", "services"),
        ("bei ya massage ni ngapi", "services"),
        ("what services do you offer", "services"),
        ("mna huduma gani", "services"),
        ("what time do you open on Saturday", "hours"),
        ("mnafungua saa ngapi", "hours"),
        ("where are you located?", "other"),
        ("mko wapi?", "other"),
        ("is there parking?", "other"),
        ("let me speak to someone", "handoff"),
        ("nipe mtu wa kuongea naye", "handoff"),
        ("START", "opt_in"),
        ("anza", "opt_in"),
        ("subscribe me again", "opt_in"),
        ("stop sending me messages", "opt_out"),
        ("usinitumie ujumbe tena", "opt_out"),
        ("in english please", "language"),
        ("ongea kiswahili tafadhali", "language"),
        ("say that again please", "repeat"),
        ("sijaelewa, rudia", "repeat"),
        ("let's start over", "restart"),
        ("tuanze upya", "restart"),
        ("go back", "back"),
        ("rudi nyuma", "back"),
        ("skip", "skip"),
        ("ruka", "skip"),
        ("never mind", "stop"),
        ("please don't go on with that", "stop"),
        ("I need a back massage", "book"),
        ("tell them the booking for two has to be scrapped", "cancel"),
        ("usiendelee tafadhali", "stop"),
        ("we have to nix our reservation for three", "cancel"),
        ("we will not be able to keep the appointment", "cancel"),
        ("I'm going to need to hear that again", "repeat"),
        ("which areas are you most knowledgeable in", "help"),
        ("is a real human being replying to me", "bot"),
        ("we shall speak another time", "thanks"),
        ("could you please just quit talking", "stop"),
        ("are you truly a person", "bot"),
        ("achana nayo", "stop"),
        ("thank you so much", "thanks"),
        ("asante sana", "thanks"),
        ("hello there", "greeting"),
        ("hey man", "greeting"),
        ("niaje", "greeting"),
        ("habari za asubuhi", "greeting"),
    ],
)
def test_plain_words_decide(words: str, act: str) -> None:
    said = heard(words)
    assert said.intent.name == act
    assert said.intent.confidence >= 0.85


@pytest.mark.parametrize(
    "words",
    [
        "don't cancel my booking",
        "I do not want to cancel",
        "sitaki kughairi",
        "please don't book anything",
    ],
)
def test_a_task_that_is_refused_is_not_begun(words: str) -> None:
    assert not decided(heard(words)) & {"cancel", "book", "reschedule"}


@pytest.mark.parametrize(
    "words",
    [
        "change my oil",
        "skip this song",
        "how much is my electricity bill",
        "what is the capital",
        "stop the music",
        "how do they say goodbye in French",
        "how do I say hello in German",
        "I'll be back",
        "what goes into an English breakfast",
    ],
)
def test_talk_of_other_things_decides_nothing(words: str) -> None:
    assert not decided(heard(words))
