"""Lists of words and phrases that rules read by name, each file a subject."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.document.listing import shown
from engine.document.problem import Faults
from engine.model.flow import Origin
from engine.nlu.said.table import HERE, ROOT, FaultyWords, word_classes

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one file.

    Attributes:
        file: as people know it.
        lists: the words of each as they are written; phrases have commas between them.
    """

    file: str
    lists: Mapping[str, tuple[str, ...]]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list.

        Raises:
            FaultyWords: there is none of that name.
        """
        return frozenset(self._of(name))

    def phrases(self, name: str) -> Phrases:
        """The phrases of a list, each as its words.

        Raises:
            FaultyWords: there is none of that name.
        """
        phrases = " ".join(self._of(name)).split(",")
        return tuple(tuple(phrase.split()) for phrase in phrases if phrase.strip())

    def _of(self, name: str) -> tuple[str, ...]:
        if name not in self.lists:
            faults = Faults()
            faults.add(Origin(self.file, 1), name, "is missing", f"Write '{name}: ...'")
            raise FaultyWords(faults.problems())
        return self.lists[name]


def lists(name: str) -> Lists:
    """The lists of one file of this room.

    Args:
        name: without its ending, as `both/several`.

    Raises:
        FaultyWords: a list has no words; all faults, with file and line.
    """
    path = HERE / f"{name}.yaml"
    return Lists(shown(path, ROOT), word_classes(path))
