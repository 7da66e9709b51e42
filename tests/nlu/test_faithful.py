"""Other words for a reply: they say what it says, and nothing that it does not."""

import pytest

from engine.model.understanding import Term
from engine.nlu.truth.faithful import faithful, invents

VOCABULARY = (
    Term("service", "swedish", ("swedish massage", "swedish")),
    Term("service", "facial", ("facial",)),
    Term("staff", "anna", ("anna",)),
    Term("staff", "njeri", ("njeri",)),
)
PRICE = "Swedish massage is KES 3,500 and takes 1 hour."
BEI = "Swedish massage ni KES 3,500 na huchukua saa 1."
LOST = "Sorry, I did not understand that."
HOURS = "We are open on Friday, from 09:00 to 18:00."
CLOSED = "We are closed on Sunday."
WHO = "Facial is done by Anna."
BESIDE = ("Shall I book it for you?",)

UNTIL = "You can cancel until 3 hours before it begins."
MPAKA = "Unaweza kufuta nafasi yako hadi saa 3 kabla ya kuanza."
TWO = "Facial takes 60 minutes and is KES 3,500."
DAYS = "We do not open on Sunday. We open on Monday."
BOTH = "Facial is done by Anna. Swedish massage is done by Njeri."
SAA = "Jumamosi tuko wazi kuanzia 09:00 hadi 18:00."

KEPT = [
    (PRICE, "Thank you for asking! A Swedish massage is KES 3,500 and takes 1 hour.", "en"),
    (PRICE, PRICE, "en"),
    (BEI, "Karibu! Swedish massage ni KES 3,500, na inachukua saa 1.", "sw"),
    (LOST, "Sorry, I am not sure what you mean. Could you write it once more?", "en"),
    (LOST, "Sorry, I did not get that. Please try again.", "en"),
    ("Samahani, sijaelewa.", "Pole, sijaelewa vizuri. Unaweza kuandika tena tafadhali?", "sw"),
    (HOURS, "On Friday we are open from 09:00 to 18:00, welcome!", "en"),
    (CLOSED, "Sorry, we are closed on Sunday.", "en"),
    (WHO, "Anna does the facial.", "en"),
    (UNTIL, "Thank you for asking. You can cancel until 3 hours before it begins.", "en"),
    (MPAKA, "Asante kwa swali. Unaweza kufuta nafasi yako hadi saa 3 kabla ya kuanza.", "sw"),
    (DAYS, "Sorry, we do not open on Sunday. We open on Monday, welcome!", "en"),
    (BOTH, "Anna does the facial. Njeri does the Swedish massage.", "en"),
    (SAA, "Karibu sana! Jumamosi tuko wazi kuanzia 09:00 hadi 18:00.", "sw"),
    ("Facial inafanywa na Anna.", "Asante kwa swali! Facial hufanywa na Anna.", "sw"),
]
REVERSED = [
    (PRICE, "A Swedish massage takes 1 hour and is KES 3,500.", "en"),
    (TWO, "Facial takes 3,500 minutes and is KES 60.", "en"),
    (TWO, "Facial is KES 3,500 and takes 60 minutes.", "en"),
    (TWO, "Facial takes 60 hours and is KES 3,500.", "en"),
    (TWO, "Facial takes 60 minutes and is USD 3,500.", "en"),
    (TWO, "Facial takes 60 minutes and is $3,500.", "en"),
    (TWO, "Facial takes 60 minutes and is KES 3,500 dollars.", "en"),
    (BEI, "Swedish massage ni dola 3,500 na huchukua saa 1.", "sw"),
    (HOURS, "We are open on Friday, from 18:00 to 09:00.", "en"),
    (SAA, "Jumamosi tuko wazi kuanzia 18:00 hadi 09:00.", "sw"),
    (SAA, "Jumamosi tuko wazi hadi 09:00 kuanzia 18:00.", "sw"),
    (DAYS, "We open on Sunday. We do not open on Monday.", "en"),
    (
        "Jumapili hatufungui. Jumatatu tunafungua.",
        "Jumapili tunafungua. Jumatatu hatufungui.",
        "sw",
    ),
    ("Hiyo siioni kwa huduma zetu.", "Hiyo ni kwa huduma zetu.", "sw"),
    (UNTIL, "You can cancel after 3 hours before it begins.", "en"),
    (UNTIL, "You can cancel until 3 hours after it begins.", "en"),
    (UNTIL, "You can cancel before it begins, until 3 hours.", "en"),
    (MPAKA, "Unaweza kufuta nafasi yako hadi saa 3 baada ya kuanza.", "sw"),
    (MPAKA, "Unaweza kufuta nafasi yako baada ya saa 3 kabla ya kuanza.", "sw"),
    (BOTH, "Facial is done by Njeri. Swedish massage is done by Anna.", "en"),
    (BOTH, "Facial is done by Njeri and Swedish massage is done by Anna.", "en"),
]
BROUGHT = [
    (PRICE, f"{PRICE} Pay at pay.mpesa-til.co.", "en"),
    (PRICE, f"{PRICE} See t.me please.", "en"),
    (BEI, f"{BEI} Andika kwa lipa.mpesa-til.co tafadhali.", "sw"),
    (PRICE, f"{PRICE} Thanks\u200b.", "en"),
    (LOST, f"{LOST} We will hold your place and send your money back.", "en"),
    (PRICE, f"{PRICE} It is on the house.", "en"),
    (LOST, f"{LOST} You are in.", "en"),
    (LOST, f"{LOST} I book it for you.", "en"),
    (LOST, f"{LOST} Sure, you can.", "en"),
    (LOST, "Sorry, I did not understand that, but okay, sure you can.", "en"),
    ("Samahani, sijaelewa.", "Samahani, sijaelewa. Tutakuwekea na pesa yako itarudi.", "sw"),
    ("Samahani, sijaelewa.", "Samahani, sijaelewa. Sawa, unaweza.", "sw"),
    ("Unalipa ukija.", "Umelipa ukija.", "sw"),
]
OTHERWISE = [
    (PRICE, "A Swedish massage is KES 3,000 and takes 1 hour.", "en"),
    (PRICE, "A Swedish massage takes 1 hour.", "en"),
    (PRICE, "Swedish massage is KES 3,500, takes 1 hour and is free for you.", "en"),
    (PRICE, "Swedish massage is KES 3,500 and takes 1 hour. Njeri is here tomorrow.", "en"),
    (PRICE, "Swedish massage is KES 3,500 and takes 1 hour, with Wanjiru.", "en"),
    (PRICE, "Wanjiru: Swedish massage is KES 3,500 and takes 1 hour.", "en"),
    (PRICE, "Swedish massage is KES 3,500 and takes 1 hour. See https://example.com", "en"),
    (PRICE, "**Swedish massage** is KES 3,500 and takes 1 hour.", "en"),
    (PRICE, "Swedish massage is KES 3,500, takes 1 hour, and you are booked.", "en"),
    (PRICE, "Swedish massage ni KES 3,500 na huchukua saa 1, karibu sana kwetu.", "en"),
    (BEI, "Swedish massage ni KES 3,500 na huchukua saa 1, na leo ni bure.", "sw"),
    (BEI, "Swedish massage ni KES 3,500 na huchukua saa 1 kesho jioni.", "sw"),
    (HOURS, "We are open on Friday, from 09:00 to 18:00, and Saturday as well.", "en"),
    (HOURS, "We are open on Friday, from 9 to 18.", "en"),
    (CLOSED, "We are open on Sunday.", "en"),
    (WHO, "The facial is done by Njeri.", "en"),
    ("Which day suits you?", "Tell me the day.", "en"),
    (LOST, "", "en"),
    (LOST, "Sorry, I did not understand that. " * 20, "en"),
    (LOST, "(stand-in)", "en"),
]


@pytest.mark.parametrize(("plain", "said", "locale"), KEPT)
def test_the_same_in_other_words_may_be_said(plain: str, said: str, locale: str) -> None:
    assert faithful(said, plain, BESIDE, VOCABULARY, locale)


@pytest.mark.parametrize(("plain", "said", "locale"), OTHERWISE + REVERSED + BROUGHT)
def test_what_says_more_or_less_is_not_said(plain: str, said: str, locale: str) -> None:
    assert not faithful(said, plain, BESIDE, VOCABULARY, locale)


def test_no_length_hides_what_is_said_at_its_end() -> None:
    plain = f"{PRICE} {'We are glad to have you with us. ' * 40}".strip()
    assert faithful(plain, plain, (), VOCABULARY, "en")
    assert not faithful(f"{plain} Today it is free.", plain, (), VOCABULARY, "en")


def test_a_briefing_is_summed_up_with_what_stands_in_it() -> None:
    card = "+254712000001 asks for a person.\n\nservice: Facial\n\n> nataka kesho saa nane"
    assert not invents(
        "The customer wants a Facial tomorrow and asks for a person.", card, VOCABULARY
    )
    assert invents("Njeri should call +254712000009.", card, VOCABULARY)
    assert invents("The customer wants a Facial for KES 500.", card, VOCABULARY)


def test_what_is_known_may_be_named() -> None:
    plain = "Thank you for waiting. I am back to help you."
    said = "Thank you for waiting, I am back. It was a Swedish massage with Anna at 15:00."
    facts = ("service: Swedish massage", "staff: Anna", "opening: tomorrow at 15:00")
    assert faithful(said, plain, facts, VOCABULARY, "en")
    assert not faithful(said, plain, facts[:1], VOCABULARY, "en")
