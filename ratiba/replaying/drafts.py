"""The flows of a business with drafts laid over what it has published."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.assembly.library import Library, Repertoire
from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Problem, Problems
from engine.document.tree import Document
from engine.model.flow import FlowSet
from engine.model.tenant import Tenant
from engine.store.tenancy import TenantGate
from tools.publishing.overlaying import documents
from tools.publishing.rows import published


async def with_drafts(
    library: Library, gate: TenantGate, tenant: Tenant, files: Sequence[Path]
) -> FlowSet | tuple[Problem, ...]:
    """Compile what the business would have if `files` were published, or tell every fault."""
    drafts, faults = _read(files)
    if faults:
        return faults
    versions = await published(gate)
    own = _laid({one.document: one.source for one in versions}, drafts)
    if isinstance(own, Problems):
        return tuple(own)
    found = library.world(tenant.vertical, own)
    return found.flows if isinstance(found, Repertoire) else tuple(found)


def _read(files: Sequence[Path]) -> tuple[list[Document], tuple[Problem, ...]]:
    drafts: list[Document] = []
    faults: list[Problem] = []
    for path in files:
        found = read_file(path, path.parent)
        if isinstance(found, Problems):
            faults.extend(found)
        else:
            drafts.append(found)
    return drafts, tuple(faults)


def _laid(sources: Mapping[str, str], drafts: Sequence[Document]) -> list[Document] | Problems:
    """The published documents by name, as they are laid on; a draft takes the place of its own."""
    newer = {_name(document) for document in drafts}
    kept = documents({name: text for name, text in sources.items() if name not in newer})
    if isinstance(kept, Problems):
        return kept
    own = {_name(document): document for document in (*kept, *drafts)}
    return [own[name] for name in sorted(own)]


def _name(document: Document) -> str:
    root = top(document.root)
    named = root.get("overlay") or root.get("flow")
    return named.text if named else document.file
