"""Files of older formats, read as if they were written today.

A format has a number, which stands in every file. Each older one has a pure function that
makes the next one of it; every value keeps the line at which it was written, so that what is
told of an old file is told where it stands. A file of a newer format is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from engine.document.edit import each, entries, having, rewritten, under, word
from engine.document.place import top
from engine.document.problem import Faults
from engine.document.tree import Document, Entry, Leaf, Node, Table

FORMAT = 1
"""The format that is written today."""
_KEY = "ratiba"

Upgrade: TypeAlias = Callable[[Node, str, Faults], Node]
"""(the whole file, its name, faults) -> the same in the next format."""


def upgraded(document: Document, faults: Faults) -> Document | None:
    """Return a document in today's format.

    Args:
        document: of any format; one that names none is left to the checks of its shape.
        faults: a newer format, and what cannot be said any more, is noted here.

    Returns:
        The document, which is the same one if it is of today; None for a newer format.
    """
    number = _format(document)
    if number is None or number == FORMAT:
        return document
    if number > FORMAT:
        place = top(document.root).get(_KEY)
        at = place.at if place else document.root.at
        fault = f"is written in format {number}, and this release reads up to {FORMAT}"
        faults.add(at, _KEY, fault, f"Use a newer Ratiba, or write the file in format {FORMAT}")
        return None
    root = document.root
    for older in range(number, FORMAT):
        root = UPGRADES[older](root, document.file, faults)
    return Document(document.file, root)


def all_upgraded(
    documents: Iterable[Document], faults: Faults
) -> tuple[tuple[Document, ...], frozenset[str]]:
    """Return documents in today's format, and the flows of those that are of a newer one."""
    found: list[Document] = []
    newer: set[str] = set()
    for document in documents:
        one = upgraded(document, faults)
        if one is not None:
            found.append(one)
        elif flow := word(under(document.root, "flow")):
            newer.add(flow)
    return tuple(found), frozenset(newer)


def _format(document: Document) -> int | None:
    leaf = under(document.root, _KEY)
    value = leaf.value if isinstance(leaf, Leaf) else None
    known = isinstance(value, int) and not isinstance(value, bool) and value >= min(UPGRADES)
    return int(value) if known and value is not None else None


# --- format 0: before the first release ------------------------------------------------------


def _from_0(root: Node, _file: str, faults: Faults) -> Node:
    """A flow's timers counted `after` the last word; kinds of answer had a regular expression."""
    timers = under(root, "timers")
    found = rewritten(root, {"timers": lambda _: each(timers, _quiet), "types": _types(faults)})
    at = root.at
    first = entries(root)[_KEY]
    return having(found, _KEY, Entry(first.at, Leaf(1, first.value.at)), at)


def _quiet(timer: Node) -> Node:
    """What was `after` is `quiet` now, in its place."""
    if not isinstance(timer, Table):
        return timer
    return Table(
        {"quiet" if key == "after" else key: entry for key, entry in timer.entries.items()},
        timer.at,
    )


def _types(faults: Faults) -> Callable[[Node], Node | None]:
    def types(section: Node) -> Node | None:
        if not isinstance(section, Table):
            return section
        found = {
            name: Entry(entry.at, _type(entry, f"types.{name}", faults))
            for name, entry in section.entries.items()
        }
        return Table(found, section.at)

    return types


def _type(entry: Entry, key: str, faults: Faults) -> Node:
    """`{like: text, pattern: "K[A-Z]{2}"}` was what `{like: "KAA"}` is now."""
    fields = entries(entry.value)
    pattern = fields.pop("pattern", None)
    fields.pop("like", None)
    if not fields and pattern is None:
        return entry.value
    if pattern is not None:
        form = like(word(pattern.value))
        if form is None:
            fault = f"'{word(pattern.value)}' has no form of letters and digits"
            faults.add(pattern.at, f"{key}.pattern", fault, "Write like: KAA 999A, or leave it out")
        else:
            fields = {"like": Entry(pattern.at, Leaf(form, pattern.value.at)), **fields}
    return Table(fields, entry.value.at)


_PART = re.compile(r"(?:\[(A-Z|0-9)\]|([0-9B-Z ./-]))(?:\{([1-9])\}|(\?))?")


def like(pattern: str) -> str | None:
    """Return the form that a simple regular expression of format 0 stands for.

    "K[A-Z]{2} ?[0-9]{3}[A-Z]" is "KAA 999A": A a letter, 9 a digit, the others themselves.
    None where there is no such form.
    """
    found, at = "", 0
    while at < len(pattern):
        part = _PART.match(pattern, at)
        if part is None or (part[4] and part[2] != " "):
            return None
        letter = {"A-Z": "A", "0-9": "9", None: part[2]}[part[1]]
        if part[2] == "9":
            return None
        found += letter * int(part[3] or 1)
        at = part.end()
    return found or None


UPGRADES: Mapping[int, Upgrade] = {0: _from_0}
"""Format -> what makes the next one of it."""
