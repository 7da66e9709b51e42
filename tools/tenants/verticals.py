"""The verticals that are shipped: `verticals/<name>/vertical.yaml`, read and checked whole."""

from dataclasses import replace
from pathlib import Path

from engine.document.files import read_file
from engine.document.place import Place, top
from engine.document.problem import Faults, Problems, suggest
from engine.errors import ConfigError, InputError
from engine.spec.gathered import like_of
from engine.spec.language.conform import conform
from tools.tenants.blueprint import planned
from tools.tenants.coherence import check, known
from tools.tenants.dials import check_dials, known_dials
from tools.tenants.knowledge import read_knowledge
from tools.tenants.lexicon import check_lexicons
from tools.tenants.plan import Plan
from tools.tenants.shape import VERTICAL

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = "knowledge.yaml"


def list_verticals(root: Path = ROOT) -> tuple[str, ...]:
    """Name the verticals there are."""
    return tuple(sorted(path.parent.name for path in (root / "verticals").glob("*/vertical.yaml")))


def load_vertical(name: str, root: Path = ROOT) -> Plan:
    """Read one vertical.

    Raises:
        InputError: there is no such vertical.
        ConfigError: with every fault of its file, each with its line and remedy.
    """
    shipped = list_verticals(root)
    if name not in shipped:
        raise InputError(
            "vertical.unknown", f"No vertical '{name}'. {suggest(name, shipped)}.", vertical=name
        )
    found = read_vertical(root / "verticals" / name / "vertical.yaml", root)
    if isinstance(found, Problems):
        raise ConfigError("vertical.invalid", str(found))
    return found


def read_vertical(path: Path, root: Path) -> Plan | Problems:
    """Read a file; gives the business it describes, or everything that is wrong with it."""
    document = read_file(path, root)
    if isinstance(document, Problems):
        return document
    faults = Faults()
    conform(top(document.root), VERTICAL, faults)
    if not len(faults):
        check(top(document.root), faults)
        _like(top(document.root), path.parent.name, root, faults)
        dials = top(document.root).get("dials")
        check_dials(dials, known_dials(root) if dials else (), faults)
    facts = read_knowledge(path.with_name(KNOWLEDGE), root)
    if isinstance(facts, Problems):
        return facts
    if len(faults):
        return faults.problems()
    plan = planned(document)
    check_lexicons(path.parent, root, plan, faults)
    if len(faults):
        return faults.problems()
    return replace(plan, knowledge=(*plan.knowledge, *facts))


def _like(place: Place, name: str, root: Path, faults: Faults) -> None:
    """One whose flows and phrases lie beneath: another vertical, that is like none itself."""
    like = place.get("like")
    others = [other for other in list_verticals(root) if other != name]
    if like is None:
        return
    known([like], others, "vertical", faults)
    folder = root / "verticals" / (like.text or "")
    if like.text in others and (further := like_of(folder, root)) is not None:
        faults.add(like.at, like.key, f"'{like.text}' is like another", f"Write '{further}'")
