"""What a turn says: our own words, or a model's for the same where they hold against the facts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import structlog

from engine.llm.ports import Plain, Rephrased, Rephraser
from engine.model.effect import Step
from engine.model.message import Outbound
from engine.model.model_call import ModelCall
from engine.nlu.truth.faithful import faithful
from engine.render.context import RenderContext
from engine.render.replies import Part, joined, known, parts
from engine.runtime.kit import Kit
from engine.runtime.witness import told

MOST_S = 6.0
"""Of all models together in one turn: somebody waits for its answer."""
LEAST_S = 0.5
"""With less than this left nobody is asked."""
log = structlog.get_logger("turn")


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said, and the step it is said of.

    Attributes:
        step: with what models cost for the words added to the session's sum.
        calls: of models for the words, in order.
    """

    replies: tuple[Outbound, ...]
    step: Step
    calls: tuple[ModelCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Sayer:
    """Says what a step wants said; lives for one turn, and asks once however often that runs.

    Attributes:
        rephraser: None: everything is said as it is written.
    """

    rephraser: Rephraser | None = None
    _asked: dict[tuple[str, str], Rephrased] = field(default_factory=dict)

    def for_one_turn(self) -> "Sayer":
        """The same, having asked nobody yet."""
        return Sayer(self.rephraser)

    async def say(
        self,
        step: Step,
        kit: Kit,
        context: RenderContext,
        *,
        customer: str = "",
        before: Sequence[ModelCall] = (),
    ) -> Saying:
        """Give the replies of a turn.

        Args:
            step: as it was taken.
            kit: for the limits of cost, and the names that are known.
            context: the reply's.
            customer: what the customer wrote.
            before: calls of models that this turn has made already.
        """
        said = parts(step.effects, context)
        at = self._shaped(said, context)
        if at is None:
            return self._saying(joined(said, context), step)
        plain = _plain(said, at, context, customer)
        left = left_s((*before, *self._made())) if self._paid(step) < kit.limits.hard else 0.0
        answer = await self._answer(said[at].say.phrase, plain, left)
        if answer is None:
            return self._saying(joined(said, context), step)
        words = _held(answer.text, plain, kit, context.locale)
        for call in answer.calls:
            log.info("model.asked", tenant=context.tenant.slug, used=bool(words), **told(call))
        now = (*said[:at], replace(said[at], words=words or plain.text), *said[at + 1 :])
        return self._saying(joined(now, context), step)

    def _saying(self, replies: tuple[Outbound, ...], step: Step) -> Saying:
        """With all that this turn has asked, whichever of its runs asked it."""
        session = replace(step.session, total_token_cost_usd=self._paid(step))
        return Saying(replies, replace(step, session=session), self._made())

    def _made(self) -> tuple[ModelCall, ...]:
        return tuple(call for answer in self._asked.values() for call in answer.calls)

    def _paid(self, step: Step) -> float:
        made = sum(call.cost_usd for call in self._made())
        return step.session.total_token_cost_usd + made

    def _shaped(self, said: Sequence[Part], context: RenderContext) -> int | None:
        """The first part that may be said otherwise: no question, and nothing for ears."""
        if self.rephraser is None or context.style.spoken:
            return None
        for at, part in enumerate(said):
            if part.words and not part.say.prompt and self.rephraser.role_of(part.say.phrase):
                return at
        return None

    async def _answer(self, phrase: str, plain: Plain, within_s: float) -> Rephrased | None:
        """What was answered before, or is now; None: there is nobody to ask, or no time."""
        role = self.rephraser.role_of(phrase) if self.rephraser else None
        if self.rephraser is None or role is None:
            return None
        key = (role, plain.text)
        if key not in self._asked and within_s >= LEAST_S:
            self._asked[key] = await self.rephraser.rephrase(role, plain, within_s)
        return self._asked.get(key)


def left_s(before: Sequence[ModelCall]) -> float:
    """Seconds that calls of this turn have left for more."""
    return MOST_S - sum(call.ms for call in before) / 1000


def _plain(said: Sequence[Part], at: int, context: RenderContext, customer: str) -> Plain:
    facts: dict[str, str] = {}
    for part in said:
        facts |= known(part.say, context)
    beside = tuple(one.words for number, one in enumerate(said) if one.words and number != at)
    return Plain(said[at].words, beside, facts, context.locale, customer, context.tenant.name)


def _held(said: str | None, plain: Plain, kit: Kit, locale: str) -> str | None:
    """A model's words, if they say nothing that is not known."""
    given = (*plain.beside, *plain.facts.values(), plain.business)
    fits = said and faithful(said, plain.text, given, kit.vocabulary, locale)
    return said if fits else None
