"""What the customers of a business meet: what is in force, or the last that held together."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.assembly.library import Repertoire
from engine.document.problem import Problem, Problems
from engine.spec.phrases.spoken import Texts
from tools.publishing.overlaying import Worlds, said
from tools.publishing.past import Past


@dataclass(frozen=True, slots=True)
class Served:
    """What customers meet.

    Attributes:
        repertoire: what is said and done.
        place: after how many publishes it was in force; None: it is what is in force now.
        problems: why it is not what is in force; none: it is.
        unsaid: what is wrong with the business's own wordings that are left out.
    """

    repertoire: Repertoire
    place: int | None = None
    problems: tuple[Problem, ...] = ()
    unsaid: tuple[Problem, ...] = ()

    @property
    def as_shipped(self) -> bool:
        """Whether none of the business's own documents is in it, though some are in force."""
        return self.place == 0


def served(
    worlds: Worlds, vertical: str, sources: Mapping[str, str], words: Texts
) -> Served | Problems:
    """Make what is in force; problems: it does not hold together on what is shipped."""
    found, unsaid = said(worlds, vertical, sources, words)
    return found if isinstance(found, Problems) else Served(found, unsaid=unsaid)


def fallen_back(past: Past, words: Texts, problems: Problems) -> Served:
    """The last set that held together, whole: one without a step that keeps customers safe is none.

    It lies on what was shipped when it was published. Only a business of which no set can be made
    any more is served as shipped.

    Args:
        past: every set that it had.
        words: its own wordings.
        problems: of what is in force.
    """
    stand, found = past.newest()
    whole, unsaid = past.saying(stand, words)
    return Served(whole or found, stand.place, problems.items, unsaid)
