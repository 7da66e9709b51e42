"""The kinds of business there are, each with what it brings."""

from dataclasses import dataclass
from pathlib import Path

from engine.assembly.library import Library, Repertoire
from engine.document.listing import yaml_files
from engine.render.book import PhraseBook
from engine.spec.gathered import flow_paths
from tools.tenants.verticals import list_verticals, load_vertical

ROLE = "role.staff"


@dataclass(frozen=True, slots=True)
class Kind:
    """A vertical.

    Attributes:
        role: what its people are called, English and Swahili: `stylist, msusi`.
        flows: its own flows and overlays; fixtures: conversations that are held against them.
    """

    vertical: str
    title: str
    role: str
    services: int
    people: int
    facts: int
    flows: int
    fixtures: int


def kinds(library: Library, root: Path) -> tuple[Kind, ...]:
    """Give every vertical, by name.

    Raises:
        ConfigError: a vertical's file has faults, each with its line and remedy.
    """
    return tuple(_kind(name, library, root) for name in list_verticals(root))


def _kind(name: str, library: Library, root: Path) -> Kind:
    plan, folder = load_vertical(name, root), root / "verticals" / name
    found = library.world(name)
    book = found.book if isinstance(found, Repertoire) else library.book
    return Kind(
        vertical=name,
        title=plan.title,
        role=_role(book),
        services=len(plan.services),
        people=len(plan.staff),
        facts=len(plan.knowledge),
        flows=sum(1 for _ in flow_paths(folder)),
        fixtures=sum(1 for _ in yaml_files(folder / "fixtures")),
    )


def _role(book: PhraseBook) -> str:
    words = (book.entry(locale, ROLE) for locale in book.locales)
    return ", ".join(entry.text for entry in words if entry)
