"""What records of sets have in common."""

from abc import ABC, abstractmethod

from pydantic import BaseModel, ConfigDict

from engine.model.understanding import Understanding
from ratiba.evaluating.verdict import Judged


class Record(BaseModel):
    """A record as it is read: what is not known here is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str


class Utterance(Record, ABC):
    """A customer's words with their right answer.

    Attributes:
        now: when they are said, in ISO; None: it does not matter.
    """

    text: str
    now: str | None = None

    @abstractmethod
    def judge(self, heard: Understanding) -> Judged:
        """Hold what was understood against the right answer."""
