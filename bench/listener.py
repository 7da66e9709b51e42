"""A fresh spa that hears words by rules alone, as a conversation that has not begun."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.model.understanding import Hearing, Understanding, Vocabulary
from engine.nlu.rules import understand
from ratiba.evaluating.ear import shipped
from ratiba.understanding.hearing import hearing_in

VERTICAL = "spa"


@dataclass(frozen=True, slots=True)
class Listener:
    """A business, where its conversation stands, and the moment at which it hears.

    Attributes:
        now: aware, in the business's zone: the same in every run.
    """

    hearing: Hearing
    vocabulary: Vocabulary
    now: datetime

    def hear(self, text: str) -> Understanding:
        """What an utterance says."""
        return understand(text, self.hearing, self.vocabulary, self.now)


def listener() -> Listener:
    """The shipped spa on a Wednesday morning."""
    tenant, kit = shipped(VERTICAL)
    now = datetime(2026, 6, 10, 10, 30, tzinfo=ZoneInfo(tenant.zone))
    return Listener(hearing_in("", tenant.locale, kit), kit.vocabulary, now)
