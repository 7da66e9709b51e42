"""A conversation as it was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.journal.deeds import SAY, Deed, on_record
from engine.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Recording:
    """One thread's turns, oldest first.

    Attributes:
        locale: the business's: in which a conversation begins.
        entries: at least one.
    """

    thread_id: str
    locale: str
    entries: Sequence[Entry]

    @property
    def end(self) -> str:
        """The state in which the record stops, in upper case."""
        return self.entries[-1].state

    @property
    def over(self) -> bool:
        """Whether the conversation had ended, and not only the record."""
        return not self.entries[-1].flows

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What was done, in order."""
        return on_record(self.entries)

    @property
    def said(self) -> tuple[str, ...]:
        """What was said, in order: `say booking.summary`."""
        effects = (name for entry in self.entries for name in entry.effects)
        return tuple(name for name in effects if name.startswith(SAY))

    @property
    def waits(self) -> frozenset[str]:
        """Every step that the conversation came by: `booking.confirm`."""
        moves = [move for entry in self.entries for move in entry.moves]
        return frozenset(f"{move.flow}.{move.target}" for move in moves)
