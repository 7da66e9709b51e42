"""A conversation as it was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    def deeds(self) -> tuple[str, ...]:
        """What was done, in order: `run confirm_booking`, `undo release_hold`, `emit ...`."""
        return tuple(name for name in self._effects() if not name.startswith("say "))

    @property
    def said(self) -> tuple[str, ...]:
        """What was said, in order: `say booking.summary`."""
        return tuple(name for name in self._effects() if name.startswith("say "))

    @property
    def waits(self) -> frozenset[str]:
        """Every step that the conversation came by: `booking.confirm`."""
        moves = [move for entry in self.entries for move in entry.moves]
        return frozenset(f"{move.flow}.{move.target}" for move in moves)

    def _effects(self) -> list[str]:
        return [name for entry in self.entries for name in entry.effects]
