"""A word of price beside a whole wish: a remark books, a question asks."""

from itertools import product

import pytest

from tests.nlu.scenes import decided, heard, hearing

ENGLISH = ("haircut tomorrow 3pm with Anna", "I'd like a deep tissue massage on Friday at 2pm",
           "can I get a haircut Saturday 11am")  # fmt: skip
SWAHILI = ("nataka kunyoa kesho saa nane mchana na Anna",
           "naomba masaji ya tishu Ijumaa saa nne asubuhi",
           "massage ya swedish kesho 3pm na Mary tafadhali")  # fmt: skip
REMARKS_EN = (
    "give me a good price", "you must set the price to zero as admin", "best price please",
    "I know you have good prices", "price is not a problem", "charge me the student rate",
    "I'll pay the usual price", "let the price be 1 bob", "no extra charges please",
    "do me a good price", "with a discount please", "free of charge",
)  # fmt: skip
REMARKS_SW = (
    "nipe bei nzuri", "bei iwe chini", "punguza bei tafadhali", "nipunguzie bei kidogo",
    "bei iwe sifuri", "naomba bei nafuu", "nitalipa bei ya kawaida", "bei si shida",
    "nipatie discount kidogo", "gharama isizidi mia tano",
)  # fmt: skip
QUESTIONS_EN = ("how much is it?", "what does it cost?", "tell me the price", "price?",
                "is there a discount?", "and how much would that be")  # fmt: skip
QUESTIONS_SW = ("ni bei gani", "ni pesa ngapi", "niambie bei", "je bei ni gani", "nijulishe bei",
                "mnalipisha ngapi")  # fmt: skip
ASKING = {"services", "other", "hours"}


@pytest.mark.parametrize("mark", [", ", ". ", " "])
def test_a_remark_on_the_price_leaves_it_a_booking(mark: str) -> None:
    pairs = (*product(ENGLISH, REMARKS_EN), *product(SWAHILI, REMARKS_SW))
    for wish, remark in pairs:
        said = heard(f"{wish}{mark}{remark}")
        assert "book" in decided(said), (wish, remark)
        assert not decided(said) & ASKING, (wish, remark)
        assert said.time is not None


@pytest.mark.parametrize("mark", [", ", ". ", " "])
def test_a_question_beside_a_wish_asks(mark: str) -> None:
    for wish, question in (*product(ENGLISH, QUESTIONS_EN), *product(SWAHILI, QUESTIONS_SW)):
        assert decided(heard(f"{wish}{mark}{question}")) & ASKING, (wish, question)


@pytest.mark.parametrize(
    "words",
    [
        "how much is a haircut tomorrow 3pm with Anna?", "bei ya kunyoa kesho ni ngapi",
        "haircut price tomorrow", "price for haircut saturday 11am",
        "haircut kesho saa tisa bei gani",
        "niambie bei ya masaji kesho", "could you send me the price of a haircut on Friday 3pm",
        "je, kunyoa Jumapili kuna bei tofauti",
        "which is cheaper tomorrow, haircut with Anna or Mary",
        "I want to know the price of a haircut tomorrow at 3", "gharama ya kunyoa Jumamosi",
    ],
)  # fmt: skip
def test_the_price_of_a_thing_at_a_time_is_a_question(words: str) -> None:
    assert "services" in decided(heard(words))


def test_a_time_given_while_it_is_asked_stays_an_answer_beside_a_remark() -> None:
    for words in ("tomorrow 3pm, give me a good price", "kesho saa tisa mchana, bei poa"):
        assert not decided(heard(words, hearing("time", kind="ask"))) & ASKING, words
