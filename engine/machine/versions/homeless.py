"""A conversation of an older version that the newer one has no place for, and why."""

from dataclasses import dataclass
from enum import StrEnum

from engine.model.session import Session


class Why(StrEnum):
    """What keeps a conversation from going on in the newer version."""

    FLOW = "flow"
    """The flow it is in is gone."""
    STEP = "step"
    """The step it stands at is gone."""
    WAITS = "waits"
    """The step is there and does not wait (or not for what is under way)."""
    TYPE = "type"
    """A slot holds an answer of a kind that it no longer takes."""
    SEALED = "sealed"
    """A slot that was used for good would be dropped."""
    UNDO = "undo"
    """What a tool did could no longer be undone: the step that did it is gone."""
    PROMISE = "promise"
    """Going on from there a `never` would be broken."""
    END = "end"
    """No end can be reached from there."""


@dataclass(frozen=True, slots=True)
class Homeless:
    """Why one conversation has no place.

    Attributes:
        session: as it stands in the older version.
        index: the frame that has no place.
        what: the slot, tool or step that the reason is about; "" for the step itself.
    """

    session: Session
    index: int
    why: Why
    what: str = ""

    @property
    def flow(self) -> str:
        """The flow that has no place for it."""
        return self.session.frames[self.index].flow

    @property
    def step(self) -> str:
        """The step at which it stands there."""
        return self.session.frames[self.index].step
