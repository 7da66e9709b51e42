"""Rules first; a model where they are unsure, and only as far as its answer stands up."""

from dataclasses import dataclass, field

from engine.llm.ports import Classification, Guess, ModelUnavailable, Question
from engine.nlu.understander import Understander
from tests.nlu.scenes import NOW, VOCABULARY, hearing


@dataclass
class Scripted:
    """A model that answers what it was told to, and counts."""

    answer: Classification | None
    asked: list[Question] = field(default_factory=list)

    async def classify(self, question: Question) -> Classification:
        self.asked.append(question)
        if self.answer is None:
            raise ModelUnavailable("timeout")
        return self.answer


async def test_sure_rules_ask_no_model() -> None:
    model = Scripted(Classification("cancel", 0.99, "en"))
    understood = await Understander(model).understand(
        "book a haircut tomorrow at 3pm", hearing(), VOCABULARY, NOW
    )
    assert not model.asked
    assert understood.source == "rules"
    assert understood.intent.name == "book"


async def test_unsure_rules_ask_and_the_cost_is_kept() -> None:
    model = Scripted(
        Classification(
            "book", 0.97, "en", (Guess("service", "cut", 0.95),), "kesho saa nane mchana", 0.0004
        )
    )
    understood = await Understander(model).understand("qwerty zxcvb", hearing(), VOCABULARY, NOW)
    assert [q.text for q in model.asked] == ["qwerty zxcvb"]
    assert understood.source == "model"
    assert understood.cost_usd == 0.0004
    assert (understood.intent.name, understood.intent.confidence) == ("book", 0.90)
    assert [(m.type, m.value) for m in understood.mentions] == [("service", "cut")]
    assert understood.time is not None
    assert understood.time.value == "2026-06-11T14:00", "its words, our grammar"


async def test_what_does_not_stand_up_is_dropped() -> None:
    model = Scripted(
        Classification("transfer_money", 1.0, "en", (Guess("service", "no_such_id", 1.0),))
    )
    understood = await Understander(model).understand("qwerty", hearing(), VOCABULARY, NOW)
    assert not understood.acts
    assert not understood.mentions


async def test_a_model_that_fails_leaves_the_rules() -> None:
    model = Scripted(None)
    understood = await Understander(model).understand("qwerty", hearing(), VOCABULARY, NOW)
    assert model.asked
    assert understood.source == "rules"


async def test_without_a_model_rules_have_the_last_word() -> None:
    understood = await Understander().understand("qwerty", hearing(), VOCABULARY, NOW)
    assert understood.source == "rules"
    assert understood.cost_usd == 0.0


async def test_nothing_is_not_asked_about() -> None:
    model = Scripted(Classification("book", 1.0, "en"))
    await Understander(model).understand("  ", hearing(), VOCABULARY, NOW)
    assert not model.asked
