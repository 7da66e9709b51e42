"""The facts that a vertical's questions are answered from: `verticals/<name>/knowledge.yaml`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.tree import plain
from engine.spec.language.conform import conform
from tools.tenants.plan import KnowledgePlan
from tools.tenants.shape import KNOWLEDGE_FILE


def read_knowledge(path: Path, root: Path) -> tuple[KnowledgePlan, ...] | Problems:
    """Read the facts that questions are answered from; none where there is no such file."""
    if not path.exists():
        return ()
    document = read_file(path, root)
    if isinstance(document, Problems):
        return document
    faults = Faults()
    conform(top(document.root), KNOWLEDGE_FILE, faults)
    if len(faults):
        return faults.problems()
    raw: Any = plain(document.root)
    return tuple(facts(raw["knowledge"]))


def facts(raw: Iterable[Any]) -> Iterator[KnowledgePlan]:
    """The facts of a checked list."""
    for one in raw:
        yield KnowledgePlan(one["category"], one["en"], one["sw"], tuple(one.get("words", ())))
