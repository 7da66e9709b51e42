"""The documents of one layer: what is shipped, what a vertical brings, what a business has."""

from dataclasses import dataclass, field

from engine.document.problem import Problem
from engine.document.tree import Document


@dataclass(frozen=True, slots=True)
class Shelf:
    """One layer.

    Attributes:
        flows: flows and overlays; overlays are laid on in this order.
        phrases: `prompts/<language>/<flow>.yaml`.
        unread: the probable names of flows whose files could not be read.
        problems: of the files that could not be read.
    """

    flows: tuple[Document, ...] = ()
    phrases: tuple[Document, ...] = ()
    unread: frozenset[str] = field(default_factory=frozenset)
    problems: tuple[Problem, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.flows or self.phrases or self.unread or self.problems)
