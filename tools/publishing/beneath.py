"""What an upgrade of what is shipped has changed beneath the documents of a business."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import LiteralString

from engine.assembly.shipped import Shipped
from engine.document.edit import entries, having, under, word
from engine.document.place import top
from engine.document.problem import Faults, Problem
from engine.document.reader import read
from engine.document.tree import Document, Entry, Node, Plain, grown, plain
from engine.model.flow import Origin
from engine.model.handler import ReadGate, WriteGate
from engine.spec.layers.conflicts import conflicts
from engine.spec.layers.layers import is_overlay, layered
from engine.spec.phrases.phrasing import read_phrases
from tools.publishing.written import marked

LAID: LiteralString = """
SELECT flow, version, source, seen_on FROM {t}.flow_versions
WHERE state = 'published' AND source <> '' ORDER BY flow
"""
SEEN: LiteralString = """
UPDATE {t}.flow_versions SET seen_on = %(digest)s WHERE state = 'published'
"""
LOOK = "Look whether it is still meant so"


@dataclass(frozen=True, slots=True)
class Laid:
    """A document in force; `on`: what was shipped when somebody last looked, by digest."""

    document: str
    version: int
    source: str
    on: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing of a document that now stands on something else, at its line in the pulled file."""

    document: str
    version: int
    problem: Problem


async def laid(gate: ReadGate) -> tuple[Laid, ...]:
    """Read the documents in force."""
    return tuple(Laid(*row) for row in await gate.fetch_all(LAID))


async def seen(tx: WriteGate, digest: str) -> int:
    """Note that everything in force was looked at on what is shipped now."""
    return await tx.execute(SEEN, {"digest": digest})


def outdated(found: Sequence[Laid], now: Shipped) -> frozenset[str]:
    """What was shipped beneath documents that were last looked at on something else."""
    return frozenset(one.on for one in found if one.on is not None) - {now.digest}


def compared(
    found: Sequence[Laid], now: Shipped, then: Mapping[str, Shipped], folder: str
) -> tuple[Conflict, ...]:
    """Say what has changed beneath each document.

    Args:
        found: the documents in force.
        now: what is shipped.
        then: what was shipped, by digest; a document whose ground is not kept has no conflicts.
        folder: into which the business's documents are pulled.
    """
    grounds = {digest: _flows(texts, folder) for digest, texts in then.items()}
    newer = _flows(now, folder)
    return tuple(
        Conflict(one.document, one.version, problem)
        for one in found
        if one.on in grounds and one.on != now.digest
        for problem in _problems(one, grounds[one.on], newer, folder)
    )


def _problems(
    one: Laid, old: Mapping[str, Document], new: Mapping[str, Document], folder: str
) -> Iterator[Problem]:
    text = marked(one.source, one.document, one.version, folder)
    document = read(text, f"{folder}/{one.document}.yaml")
    if not isinstance(document, Document):
        return
    name = word(under(document.root, "flow"))
    was, now = old.get(name), new.get(name)
    if not is_overlay(document):
        yield from _replaced(document, name, was, now)
    elif was is not None and now is None:
        yield _at(document, f"the flow '{name}', on which it lies, is no longer shipped")
    elif was is not None and now is not None:
        yield from conflicts(was, now, document)


def _replaced(
    document: Document, name: str, was: Document | None, now: Document | None
) -> Iterator[Problem]:
    """A whole flow that stands in the place of a shipped one."""
    if now is not None and was is None:
        yield _at(document, f"a flow '{name}' is shipped as well now, and this one stands for it")
    elif now is not None and was is not None and plain(was.root) != plain(now.root):
        steps = ", ".join(f"'{one}'" for one in _changed(was.root, now.root))
        told = f" ({steps})" if steps else ""
        yield _at(document, f"the shipped flow '{name}', for which it stands, has changed{told}")


def _changed(was: Node, now: Node) -> Iterator[str]:
    old, new = entries(under(was, "steps")), entries(under(now, "steps"))
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if before is None or after is None or plain(before.value) != plain(after.value):
            yield name


def _at(document: Document, fault: str) -> Problem:
    place = top(document.root).get("flow")
    at = place.at if place else document.root.at
    return Problem(at.file, at.line, "flow", fault, LOOK)


def _flows(texts: Shipped, folder: str) -> dict[str, Document]:
    """The flows of a release with its vertical's layer and all phrases in them, by name."""
    faults = Faults()
    vertical = texts.vertical(_vertical(texts))
    shelves = (texts.base(), vertical)
    said: dict[str, dict[str, Plain]] = {}
    for shelf in shelves:
        for locale, phrases in read_phrases(shelf.phrases, faults).texts.items():
            for phrase, words in phrases.items():
                plainly: Plain = words if isinstance(words, str) else dict(words)
                said.setdefault(phrase, {})[locale] = plainly
    documents = layered([shelf.flows for shelf in shelves], faults).flows
    return {
        name: _saying(document, name, said)
        for document in documents
        if (name := word(under(document.root, "flow")))
    }


def _vertical(texts: Shipped) -> str:
    own = (file.split("/") for file in texts.texts if file.startswith("verticals/"))
    return next((parts[1] for parts in own), "")


def _saying(document: Document, flow: str, said: Mapping[str, Mapping[str, Plain]]) -> Document:
    """The flow with the phrases of its files under `phrases`, as an overlay writes them."""
    at = Origin(document.file, 1)
    found = entries(under(document.root, "phrases"))
    for phrase, words in said.items():
        name = phrase.removeprefix(f"{flow}.")
        if name != phrase and name not in found:
            found[name] = Entry(at, grown(dict(words), at))
    whole = {name: plain(entry.value) for name, entry in found.items()}
    return replace(document, root=having(document.root, "phrases", Entry(at, grown(whole, at)), at))
