"""A file as a tree of values, each of which knows where it was written.

A merge of several files is a tree too: every value keeps the file that it came from.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.model.flow import Origin
from engine.model.value import Scalar

Plain: TypeAlias = "Scalar | list[Plain] | dict[str, Plain]"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text, number, true, false or nothing."""

    value: Scalar
    at: Origin


@dataclass(frozen=True, slots=True)
class Series:
    """A list."""

    items: tuple["Node", ...]
    at: Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a table; `at` is where the key stands."""

    at: Origin
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the order of the file."""

    entries: Mapping[str, Entry]
    at: Origin


Node: TypeAlias = Leaf | Series | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. `file` is its name in messages, with forward slashes."""

    file: str
    root: Node


def plain(node: Node) -> Plain:
    """Return the values alone."""
    match node:
        case Leaf():
            return node.value
        case Series():
            return [plain(item) for item in node.items]
        case Table():
            return {key: plain(entry.value) for key, entry in node.entries.items()}


def grown(data: Plain, at: Origin) -> Node:
    """Return a tree of values that were written in one place, or whose places are not known."""
    match data:
        case dict():
            return Table({key: Entry(at, grown(value, at)) for key, value in data.items()}, at)
        case list():
            return Series(tuple(grown(item, at) for item in data), at)
        case _:
            return Leaf(data, at)


def digest(root: Node) -> str:
    """Return the sha256 of the canonical form: comments and layout do not count.

    The order of a document's own keys and of a step's fields means nothing and is
    dropped; the order of steps, ways and rules has a meaning and stays.
    """
    data = plain(root)
    if isinstance(data, dict):
        data = dict(sorted(data.items()))
        steps = data.get("steps")
        if isinstance(steps, dict):
            data["steps"] = {name: _fields_sorted(body) for name, body in steps.items()}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _fields_sorted(body: Plain) -> Plain:
    return dict(sorted(body.items())) if isinstance(body, dict) else body
