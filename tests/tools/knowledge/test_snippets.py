"""Facts found by the words of a question, in both languages and nearly spelled."""

import pytest

from tools.knowledge.asked import topics
from tools.knowledge.snippets import best, snippet

FACTS = (
    snippet("parking", "Cars stand behind the building.", "Magari yanaegeshwa nyuma ya jengo."),
    snippet("insurance", "Madison covers your visit here.", "Madison inalipia matibabu yako hapa."),
    snippet("clothing", "A tracksuit is best.", "Tracksuit inafaa zaidi."),
    snippet("late", "Ring the desk first.", "Piga simu kwanza.", ["nitachelewa", "kuchelewa"]),
    snippet("location", "Opposite the Thika post office.", "Mkabala na posta ya Thika."),
)


@pytest.mark.parametrize(
    ("question", "category"),
    [
        ("is there parking?", "parking"),
        ("kuna maegesho ya gari?", "parking"),
        ("is there prking?", "parking"),
        ("naweza kutumia Madison yangu?", "insurance"),
        ("do you take NHIF", "insurance"),
        ("what clothes do I put on?", "clothing"),
        ("nivae nini", "clothing"),
        ("nikichelewa je?", "late"),
        ("is it the Thika branch?", "location"),
        ("mko wapi", "location"),
    ],
)
def test_a_fact_is_found_by_the_words_of_a_question(question: str, category: str) -> None:
    hit = best(FACTS, question)
    assert hit is not None
    assert hit.snippet.category == category


@pytest.mark.parametrize(
    "question", ["do you sell shampoo?", "what is the weather", "", "mna bwawa?", "??"]
)
def test_what_no_fact_answers_is_not_guessed(question: str) -> None:
    assert best(FACTS, question) is None


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("how much is a massage?", "price"),
        ("bei ya manicure ni ngapi?", "price"),
        ("how long does it take", "duration"),
        ("inachukua muda gani", "duration"),
        ("who does nails?", "who"),
        ("nani anafanya masaji?", "who"),
        ("who works there?", "people"),
        ("mnafunga saa ngapi Jumamosi?", "hours"),
        ("are you open on Sunday?", "hours"),
        ("where are you", "where"),
        ("mko wapi", "where"),
        ("nitafika aje?", "where"),
        ("can I pay by card?", "payment"),
        ("nalipa aje", "payment"),
        ("what's your cancellation policy?", "cancellation"),
        ("what services do you offer?", "services"),
        ("huduma gani mnatoa", "services"),
        ("do you do braids?", "offered"),
    ],
)
def test_what_a_question_is_about(question: str, topic: str) -> None:
    assert topics(question)[0] == topic
