"""A document as somebody wrote it: its name, and the mark of the version that it was made from."""

import re
from dataclasses import dataclass

from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.reader import read
from engine.document.tree import Document, digest
from engine.spec.language.names import NAME

MARK = re.compile(r"# ratiba: (?P<document>\S+) version (?P<version>\d+) of (?P<tenant>\S+)\n")
"""The first line of a pulled file."""
PATTERNS = "patterns"
"""A flow in a folder of this name is part of the language; no business has one."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document that could be read.

    Attributes:
        name: what follows `overlay:`, or `flow:` in a whole flow.
        source: the text without its mark.
        base: the version that the mark names; None: there is no mark for this business.
    """

    name: str
    document: Document
    source: str
    digest: str
    base: int | None


def written(text: str, file: str, tenant: str) -> Written | Problems:
    """Read a document.

    Args:
        text: as it is in the file, mark included: lines are counted with it.
        file: the name in messages.
        tenant: whose it is to be; the mark of another business says nothing here.
    """
    document = read(text, file.replace(f"{PATTERNS}/", ""))
    if isinstance(document, Problems):
        return document
    root = top(document.root)
    place = root.get("overlay") or root.get("flow")
    if place is None or not NAME.fits(place.text):
        faults = Faults()
        at = place.at if place else root.at
        faults.add(
            at, "", "is neither a flow nor an overlay", "Write flow: or overlay:, and a name"
        )
        return faults.problems()
    return Written(place.text, document, unmarked(text), digest(document.root), _base(text, tenant))


def marked(source: str, document: str, version: int, tenant: str) -> str:
    """The text with a first line that says which version it is."""
    return f"# ratiba: {document} version {version} of {tenant}\n{unmarked(source)}"


def unmarked(text: str) -> str:
    """The text without its mark."""
    mark = MARK.match(text)
    return text[mark.end() :] if mark else text


def _base(text: str, tenant: str) -> int | None:
    mark = MARK.match(text)
    return int(mark["version"]) if mark and mark["tenant"] == tenant else None
