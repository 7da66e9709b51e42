"""Understanding as the runtime asks for it: rules first, a model where they are unsure."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import assert_never

from engine.llm.ports import Classification, Classifier, Guess, Question, Unanswered
from engine.model.thresholds import USUAL
from engine.model.understanding import (
    ACTS,
    CLARIFY_FLOOR,
    INTENTS,
    Act,
    Hearing,
    Language,
    Mention,
    TimeHeard,
    Understanding,
    Vocabulary,
)
from engine.nlu import rules
from engine.nlu.acts.torn import unclear
from engine.nlu.asking.once import AskedOnce
from engine.nlu.asking.worth import worth_asking
from engine.nlu.booked.in_turn import in_turn
from engine.nlu.held_up import held_up
from engine.nlu.questions import behind_greeting, question
from engine.nlu.tokens import MAX_CHARS, read
from engine.nlu.truth.grounded import grounded

MODEL_AT_MOST = 0.90
"""A model is never as sure as the customer's own plain words."""
PLEASANTRIES = frozenset({"greeting", "thanks"})
ASIDE = 0.60
BRIEF = 3
"""Words of a message that says no more than hello."""
CONFIRM = "confirm"
ANSWERS = frozenset({"affirm", "deny"})
CONSENT = frozenset({"opt_in", "opt_out"})


class Understander:
    """Understands messages, by rules alone or with a model behind them."""

    def __init__(self, classifier: Classifier | None = None) -> None:
        """Take the model to ask when rules are unsure; None: rules alone."""
        self._classifier = classifier

    def for_one_turn(self) -> "Understander":
        """The same, asking a model once at most for a message however often its turn runs."""
        return Understander(AskedOnce(self._classifier)) if self._classifier else self

    def by_rules(self) -> "Understander":
        """The same, asking no model."""
        return Understander()

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
        alone = partial(_alone, hearing, vocabulary, now)
        held, of_it = held_up(read(text), alone)
        if held and (asked := question(read(held), of_it)):
            return replace(of_it, mentions=(asked,))
        both = in_turn(read(text), hearing, alone)
        if both is not None:
            return both
        heard = await self._heard(text, hearing, vocabulary, now)
        heard = _greeted(heard, text, hearing, vocabulary, now)
        asked = question(read(text), heard)
        return replace(heard, mentions=(*heard.mentions, asked)) if asked else heard

    async def _heard(
        self, text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime
    ) -> Understanding:
        heard = rules.understand(text, hearing, vocabulary, now)
        if (
            self._classifier is None
            or not unsure(heard, text, hearing.thresholds.act)
            or not worth_asking(text)
        ):
            return heard
        asked = Question(text[:MAX_CHARS], hearing, vocabulary, now.date().isoformat())
        answer = await self._classifier.classify(asked)
        heard = replace(
            heard, calls=answer.calls, cost_usd=sum(one.cost_usd for one in answer.calls)
        )
        return heard if isinstance(answer, Unanswered) else joined(heard, answer, asked, now)


def _alone(hearing: Hearing, vocabulary: Vocabulary, now: datetime, text: str) -> Understanding:
    return rules.understand(text, hearing, vocabulary, now)


def _greeted(
    heard: Understanding, text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime
) -> Understanding:
    """With the question behind a greeting, where rules hear nothing else in it."""
    rest = behind_greeting(read(text), heard)
    alone = rules.understand(rest, hearing, vocabulary, now) if rest else None
    if not rest or not alone or alone.acts or alone.mentions or alone.time:
        return heard
    asked = question(read(rest), alone)
    if asked is None:
        return heard
    acts = tuple(_beside(act) for act in heard.acts)
    return replace(heard, acts=acts, mentions=(replace(asked, value=text.strip()),))


def unsure(heard: Understanding, text: str, sure: float = USUAL.act) -> bool:
    """Whether rules left a message open: no act that decides, no value that was surely named.

    A greeting or thanks decide only where hardly more was said.
    """
    brief = sum(token.word for token in read(text).tokens) <= BRIEF
    decided = any(
        act.confidence >= sure and (brief or act.name not in PLEASANTRIES) for act in heard.acts
    )
    named = any(mention.confidence >= sure for mention in heard.mentions)
    return not (decided or named or heard.time is not None)


def joined(
    heard: Understanding, answer: Classification, question: Question, now: datetime
) -> Understanding:
    """The rules' understanding with what of the model's answer stands up to a check.

    Acts and ids outside our lists are dropped; words for a time go through our own grammar; what
    rules heard themselves is kept.
    """
    mentions = (*heard.mentions, *_checked(answer.guesses, question, heard))
    return replace(
        heard,
        acts=_acts(answer, heard, question),
        mentions=mentions,
        time=heard.time or _time(answer.time_words, question, now),
        language=_language(heard, answer, question),
        source="model",
    )


def _time(words: str, question: Question, now: datetime) -> TimeHeard | None:
    """The customer's words for a time, read by our grammar; words that a model made up are none.

    What remains of a message may be less than it said: the customer is shown the time and asked.
    """
    if not grounded(words, question.text):
        return None
    time = rules.understand(words, question.hearing, (), now).time
    return time and replace(time, confidence=min(time.confidence, MODEL_AT_MOST))


def _acts(answer: Classification, heard: Understanding, question: Question) -> tuple[Act, ...]:
    """The model's act before the rules' own, if it is one that a model may tell."""
    known = answer.act in INTENTS or answer.act in ACTS
    if not known or answer.confidence < CLARIFY_FLOOR or _for_the_customer(answer.act, question):
        return heard.acts
    others = (_beside(act) for act in heard.acts if act.name != answer.act)
    return (Act(answer.act, min(answer.confidence, MODEL_AT_MOST)), *others)


def _beside(act: Act) -> Act:
    """A greeting is the least of a message that says more."""
    return Act(act.name, min(act.confidence, ASIDE)) if act.name in PLEASANTRIES else act


def _for_the_customer(act: str, question: Question) -> bool:
    """What only the customer's own plain words can say: consent, and the yes that books and pays.

    No model makes a yes of "yeah no" or "yes?" either, nor an answer where nothing is asked.
    """
    if act in ANSWERS and not question.hearing.kind:
        return True
    if act == "affirm":
        return question.hearing.kind == CONFIRM or unclear(read(question.text))
    return act in CONSENT


def _checked(
    guesses: tuple[Guess, ...], question: Question, heard: Understanding
) -> tuple[Mention, ...]:
    """Guesses that name something of the catalogue, of types that rules heard nothing of."""
    known = {(term.type, term.value) for term in question.catalogue}
    taken = {mention.type for mention in heard.mentions}
    return tuple(
        Mention(guess.type, guess.value, min(guess.confidence, MODEL_AT_MOST))
        for guess in guesses
        if (guess.type, guess.value) in known and guess.type not in taken
    )


def _language(heard: Understanding, answer: Classification, question: Question) -> Language:
    """The model's label where words alone did not tell; a mixture keeps the locale there was."""
    sure = question.hearing.thresholds.language
    if heard.language.confidence >= sure:
        return heard.language
    match answer.language:
        case "en" | "sw":
            return Language(answer.language, sure, answer.language)
        case "mixed":
            return Language("mixed", sure, heard.language.locale)
        case _:
            assert_never(answer.language)
