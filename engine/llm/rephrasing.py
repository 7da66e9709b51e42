"""A model that says in other words what is said anyway; implements `engine.llm.ports.Rephraser`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from engine.llm.asker import Asker, NoAnswer
from engine.llm.config import SHAPERS
from engine.llm.ports import Plain, Rephrased
from engine.llm.texts import FORM


@dataclass(frozen=True, slots=True)
class ModelRephraser:
    """Puts a reply to whoever plays the role that its phrase belongs to."""

    asker: Asker

    def role_of(self, phrase: str) -> str | None:
        """The role in which a phrase may be said otherwise; None: it is said as it is written."""
        for name in SHAPERS:
            patterns = self.asker.phrases(name)
            if any(fnmatchcase(phrase, pattern) for pattern in patterns):
                return name
        return None

    async def rephrase(self, role: str, plain: Plain, within_s: float) -> Rephrased:
        """Ask for other words; nothing is ever raised."""
        answer = await self.asker.ask(role, _told(plain), FORM, within_s=within_s)
        if isinstance(answer, NoAnswer):
            return Rephrased(None, answer.calls)
        return Rephrased(answer.content.text.strip(), answer.calls)


def _told(plain: Plain) -> Mapping[str, object]:
    return {
        "business": plain.business,
        "locale": plain.locale,
        "customer": plain.customer,
        "reply": plain.text,
        "beside": list(plain.beside),
        "facts": dict(plain.facts),
    }
