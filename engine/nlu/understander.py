"""Understanding as the runtime asks for it: rules first, a model where they are unsure."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from engine.llm.ports import Classification, Classifier, Guess, ModelUnavailable, Question
from engine.model.understanding import (
    ACTS,
    CLARIFY_FLOOR,
    INTENTS,
    Act,
    Hearing,
    Language,
    Mention,
    Understanding,
    Vocabulary,
)
from engine.nlu import rules
from engine.nlu.acts.torn import unclear
from engine.nlu.language import SURE
from engine.nlu.questions import question
from engine.nlu.tokens import MAX_CHARS, read

ROUTE_FROM = 0.85
"""Acts from here on need no second opinion (seeds/003, 4.2)."""
MODEL_AT_MOST = 0.90
"""A model is never as sure as the customer's own plain words."""


class Understander:
    """Understands messages, by rules alone or with a model behind them."""

    def __init__(self, classifier: Classifier | None = None) -> None:
        """Take the model to ask when rules are unsure; None: rules alone."""
        self._classifier = classifier

    async def understand(
        self, text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime
    ) -> Understanding:
        """What a message says.

        Args:
            text: the customer's words.
            hearing: what the state expects.
            vocabulary: the names of the catalogue.
            now: aware, in the tenant's zone.
        """
        heard = await self._heard(text, hearing, vocabulary, now)
        asked = question(read(text), heard)
        return replace(heard, mentions=(*heard.mentions, asked)) if asked else heard

    async def _heard(
        self, text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime
    ) -> Understanding:
        heard = rules.understand(text, hearing, vocabulary, now)
        if self._classifier is None or not unsure(heard) or not text.strip():
            return heard
        asked = Question(text[:MAX_CHARS], hearing, vocabulary, now.date().isoformat())
        try:
            answer = await self._classifier.classify(asked)
        except ModelUnavailable:
            return heard
        return joined(heard, answer, asked, now)


def unsure(heard: Understanding) -> bool:
    """Whether rules left a message open: no act that decides, no value that was surely named."""
    decided = any(act.confidence >= ROUTE_FROM for act in heard.acts)
    named = any(mention.confidence >= ROUTE_FROM for mention in heard.mentions)
    return not (decided or named or heard.time is not None)


def joined(
    heard: Understanding, answer: Classification, question: Question, now: datetime
) -> Understanding:
    """The rules' understanding with what of the model's answer stands up to a check.

    Acts and ids outside our lists are dropped; words for a time go through our own grammar; what
    rules heard themselves is kept.
    """
    mentions = (*heard.mentions, *_checked(answer.guesses, question.vocabulary, heard))
    time = heard.time
    if time is None and answer.time_words:
        time = rules.understand(answer.time_words, question.hearing, (), now).time
    return replace(
        heard,
        acts=_act(answer, heard, question.text),
        mentions=mentions,
        time=time,
        language=_language(heard, answer),
        source="model",
        cost_usd=answer.cost_usd,
    )


def _act(answer: Classification, heard: Understanding, text: str) -> tuple[Act, ...]:
    """The model's act before the rules' own; no model makes a yes of "yeah no" or "yes?"."""
    known = answer.act in INTENTS or answer.act in ACTS
    guessed = answer.act == "affirm" and unclear(read(text))
    if not known or guessed or answer.confidence < CLARIFY_FLOOR:
        return heard.acts
    others = tuple(act for act in heard.acts if act.name != answer.act)
    return (Act(answer.act, min(answer.confidence, MODEL_AT_MOST)), *others)


def _checked(
    guesses: tuple[Guess, ...], vocabulary: Vocabulary, heard: Understanding
) -> tuple[Mention, ...]:
    """Guesses that name a term of the vocabulary, of types that rules heard nothing of."""
    known = {(term.type, term.value) for term in vocabulary}
    taken = {mention.type for mention in heard.mentions}
    return tuple(
        Mention(guess.type, guess.value, min(guess.confidence, MODEL_AT_MOST))
        for guess in guesses
        if (guess.type, guess.value) in known and guess.type not in taken
    )


def _language(heard: Understanding, answer: Classification) -> Language:
    """The model's label where words alone did not tell; a mixture keeps the locale there was."""
    if heard.language.confidence >= SURE:
        return heard.language
    match answer.language:
        case "en" | "sw":
            return Language(answer.language, SURE, answer.language)
        case "mixed":
            return Language("mixed", SURE, heard.language.locale)
        case _:
            assert_never(answer.language)
