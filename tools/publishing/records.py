"""What passes between the versions of a business's flows and whoever works on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from engine.document.problem import Problem
from engine.errors import RatibaError
from tools.publishing.written import Written

NONE = 0
"""The version of a document that was never published; a draft has it too."""


class Role(StrEnum):
    """What a person of the business may do."""

    OWNER = "owner"
    MANAGER = "manager"
    DESK = "desk"
    """Front desk: conversations and hours, no flows."""


WRITERS = frozenset({Role.OWNER, Role.MANAGER})


@dataclass(frozen=True, slots=True)
class Editor:
    """Who asks; the name goes on record."""

    name: str
    role: Role


class NotAllowed(RatibaError):
    """This person may not do this."""

    def __init__(self, editor: Editor, what: str) -> None:
        super().__init__(
            "flow.role",
            f"{editor.name} is {editor.role.value} here and may not {what}. "
            "Ask an owner or a manager.",
            role=editor.role.value,
        )


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document: an overlay or a whole flow.

    Attributes:
        document: its name: what follows `overlay:`, or `flow:` in a whole flow.
        version: counts from 1; 0 for a draft.
        digest: sha256 of the canonical form; comments and layout do not count.
        source: the text as it was written; "" where the document was taken away.
        state: `draft`, `published` or `retired`.
        base: the version that it was made from.
        created_at: UTC, like `published_at`.
    """

    document: str
    version: int
    digest: str
    source: str
    state: str
    author: str
    note: str
    base: int
    created_at: datetime
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants in force.

    Attributes:
        text: None: the document is taken away.
        base: the version that it was made from; the second of two who made theirs from the
            same one is told, and loses nothing.
        pin: conversations that are under way keep the version they are in.
    """

    document: str
    text: Written | None
    base: int
    note: str = ""
    pin: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of documents found.

    Attributes:
        document: their names, with commas between.
        problems: what keeps it from being published.
        warnings: what may surprise.
        stranded: live conversations that would have no place; they are among the problems.
        live: live conversations that were looked at.
    """

    document: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    stranded: int = 0
    live: int = 0

    @property
    def good(self) -> bool:
        """Whether it may be published."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Published:
    """A publish that went through.

    Attributes:
        versions: what is in force now, in the order in which it was asked for.
        made: the names of those that are new; the others said the same already.
        pinned: conversations that were under way keep the version they began with.
        report: what the check said, live conversations included.
    """

    versions: tuple[Version, ...]
    report: Report
    made: frozenset[str] = frozenset()
    pinned: bool = False

    @property
    def version(self) -> Version:
        """The first of them."""
        return self.versions[0]

    @property
    def unchanged(self) -> bool:
        """Whether all of it was said already, so that no version was made."""
        return not self.made


@dataclass(frozen=True, slots=True)
class Refused:
    """A publish that was refused; nothing changed."""

    report: Report
