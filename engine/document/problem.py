"""A mistake in a configuration file, told so that an operator can mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from engine.document.line import Line
from engine.model.flow import Origin

LISTED = 8
"""How many names are listed when none is near."""
LONGEST_WORD = 40
"""Longer words are no slip of a name; comparing them would only take time."""
NEAR = 0.6
"""Share of letters that a slip leaves as they are; two that changed places count once."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake.

    Attributes:
        line: counts from 1, as editors show it.
        key: the way from the top of the file, with dots: `steps.hold.exits.taken`; "" for
            the file itself.
        fault: what is wrong, without its full stop.
        remedy: what to write instead, without its full stop; "" if the fault says it.
        sort: of what only the whole graph or a conversation shows, a word for its kind, stable:
            `unconfirmed`, `never`, `ring`, ...; "" for what is written wrongly.
        conversation: the shortest that shows it, where one does.
    """

    file: str
    line: int
    key: str
    fault: str
    remedy: str = ""
    sort: str = field(default="", compare=False)
    conversation: tuple[Line, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        """Render as `file:line: key: fault. remedy.`, which editors make clickable."""
        where = f"{self.file}:{self.line}:"
        key = f" {self.key}:" if self.key else ""
        stop = "" if self.remedy.endswith("...") else "."
        remedy = f" {self.remedy}{stop}" if self.remedy else ""
        return f"{where}{key} {self.fault}.{remedy}"


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that is wrong, at once: the result in place of what was asked for."""

    items: tuple[Problem, ...]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        """One problem a line."""
        return "\n".join(map(str, self.items))


class Faults:
    """Gathers problems while a check goes on; lives no longer than that check."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(self, at: Origin, key: str, fault: str, remedy: str = "") -> None:
        """Note one problem; the same one twice counts once."""
        self._found.add(Problem(at.file, at.line, key, fault, remedy))

    def take(self, problems: Iterable[Problem]) -> None:
        """Note problems that another check has found."""
        self._found.update(problems)

    def __len__(self) -> int:
        return len(self._found)

    def problems(self) -> Problems:
        """Return what was found, by file and line."""
        return Problems(tuple(sorted(self._found)))


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, if any."""
    if len(word) > LONGEST_WORD:
        return None
    likeness = {name: OSA.normalized_similarity(word, name) for name in known}
    best = max(sorted(likeness), key=likeness.__getitem__, default="")
    return best if likeness.get(best, 0.0) >= NEAR else None


def suggest(word: str, known: Iterable[str]) -> str:
    """Say what to write instead of a word that is not known.

    Returns:
        "Write 'confirm'" if one is near, else the names there are, else "".
    """
    names = sorted(set(known))
    if meant := near(word, names):
        return f"Write '{meant}'"
    if not names:
        return ""
    more = " and others" if len(names) > LISTED else ""
    return f"There are: {', '.join(names[:LISTED])}{more}"
