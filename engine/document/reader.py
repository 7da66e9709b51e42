"""Our YAML: plain JSON values, lines kept, and every trap of YAML refused.

The scanner is libyaml's, in C; only what it finds is looked at here, so reading takes
linear time and a hostile file is dropped at the first bound that it passes.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NoReturn

import yaml

from engine.document.problem import Faults, Problems
from engine.document.scalar import resolve
from engine.document.tree import Document, Entry, Leaf, Node, Series, Table
from engine.model.flow import Origin
from engine.model.value import Scalar

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_PROBLEMS = 50
"""A file with more is not mended one by one."""

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Stop(Exception):
    """Reading on would tell nothing more."""


def read(text: str | bytes, file: str) -> Document | Problems:
    """Read one YAML document.

    Args:
        text: the content; bytes must be UTF-8, with or without its mark.
        file: the name in messages.

    Returns:
        The document, or everything that keeps it from being one.
    """
    faults = Faults()
    root: Node | None = None
    with suppress(_Stop):
        root = _root(_decoded(text, file, faults), file, faults)
    if len(faults) or root is None:
        return faults.problems()
    return Document(file, root)


def _root(text: str, file: str, faults: Faults) -> Node | None:
    try:
        return _Reader(file, faults).document(text)
    except yaml.MarkedYAMLError as error:
        _not_yaml(error, file, text.count("\n") + 1, faults)
        return None


def _decoded(content: str | bytes, file: str, faults: Faults) -> str:
    start = Origin(file, 1)
    if len(content) > MAX_BYTES:
        _stop(faults, start, f"is larger than {MAX_BYTES // 1024} KB", "Split it")
    text = content if isinstance(content, str) else _utf8(content, file, faults)
    if bad := _CONTROL.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        fault = f"holds the control character U+{ord(bad[0]):04X}"
        _stop(faults, Origin(file, line), fault, "Delete it")
    return text


def _utf8(content: bytes, file: str, faults: Faults) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _stop(faults, Origin(file, line), "is not UTF-8", "Save the file as UTF-8")


def _stop(faults: Faults, at: Origin, fault: str, remedy: str, key: str = "") -> NoReturn:
    faults.add(at, key, fault, remedy)
    raise _Stop


def _not_yaml(error: yaml.MarkedYAMLError, file: str, last: int, faults: Faults) -> None:
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    line = min(mark.line + 1, last) if mark else 1
    said, remedy = error.problem or "cannot be read", ""
    if "cannot start any token" in said:
        said = "no value begins with a tab, nor with @, ` or %"
        remedy = "Indent with spaces; put such a text in quotes"
    elif opened and opened.line + 1 < line:
        remedy = f"Look at what line {opened.line + 1} opens"
    faults.add(Origin(file, line), "", f"is not YAML: {said}", remedy)


class _Reader:
    """Builds the tree from the scanner's events; one for each file."""

    def __init__(self, file: str, faults: Faults) -> None:
        self._file = file
        self._faults = faults
        self._nodes = 0

    def document(self, text: str) -> Node | None:
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._check_start(event, first=root is None)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, ())
        if root is None:
            self._faults.add(Origin(self._file, 1), "", "is empty", "Write its keys, or delete it")
        return root

    def _check_start(self, event: yaml.DocumentStartEvent, *, first: bool) -> None:
        at = self._at(event)
        if not first:
            _stop(self._faults, at, "holds a second document", "Put it in a file of its own")
        if event.version or event.tags:
            self._note(at, (), "directives (%) are not part of the language", "Delete the line")

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: tuple[str, ...]) -> Node:
        self._count(event, path)
        self._refuse_marks(event, path)
        match event:
            case yaml.ScalarEvent():
                return Leaf(self._scalar(event, path), self._at(event))
            case yaml.SequenceStartEvent():
                return self._series(event, events, path)
            case yaml.MappingStartEvent():
                return self._table(event, events, path)
            case _:
                return Leaf(None, self._at(event))

    def _series(
        self, start: yaml.Event, events: Iterator[yaml.Event], path: tuple[str, ...]
    ) -> Series:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*path, str(len(items)))))
        return Series(tuple(items), self._at(start))

    def _table(
        self, start: yaml.Event, events: Iterator[yaml.Event], path: tuple[str, ...]
    ) -> Table:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            at = self._at(event)
            below = (*path, key)
            if key in entries:
                fault = f"is written twice, first on line {entries[key].at.line}"
                self._note(at, below, fault, "Keep one of the two")
            value = self._node(next(events), events, below)
            entries.setdefault(key, Entry(at, value))
        return Table(entries, self._at(start))

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: tuple[str, ...]) -> str:
        self._count(event, path)
        self._refuse_marks(event, path)
        at = self._at(event)
        if not isinstance(event, yaml.ScalarEvent):
            if not isinstance(event, yaml.AliasEvent):
                self._note(at, path, "has a key that is no text", "Write the key as one word")
                self._skip(events, path)
            return f"(line {at.line})"
        value = self._scalar(event, path)
        if not isinstance(value, str):
            fault = f"has the key {event.value or '(nothing)'}, which is no text"
            self._note(at, path, fault, f'Write "{event.value}": in quotes')
        elif value == "<<" and event.implicit[0]:
            fault = "merge keys (<<) are not part of the language"
            self._note(at, path, fault, "Write it out")
        return event.value

    def _skip(self, events: Iterator[yaml.Event], path: tuple[str, ...]) -> None:
        """Pass over what a list or table holds, however deep."""
        opened = 1
        for event in events:
            self._count(event, path)
            opened += isinstance(event, yaml.CollectionStartEvent)
            opened -= isinstance(event, yaml.CollectionEndEvent)
            if len(path) + opened > MAX_DEPTH:
                self._too_deep(event)
            if not opened:
                return

    def _scalar(self, event: yaml.ScalarEvent, path: tuple[str, ...]) -> Scalar:
        if not event.implicit[0]:
            return event.value
        try:
            return resolve(event.value)
        except ValueError:
            fault = f"{event.value[:20]} has more digits than a number can keep"
            self._note(self._at(event), path, fault, "Put it in quotes")
            return event.value

    def _refuse_marks(self, event: yaml.Event, path: tuple[str, ...]) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            fault = "anchors and aliases (& and *) are not part of the language"
            self._note(self._at(event), path, fault, "Write it out, or put it in quotes")
        if getattr(event, "tag", None) is not None:
            fault = "tags (!) are not part of the language"
            self._note(self._at(event), path, fault, "Delete it, or put the text in quotes")

    def _count(self, event: yaml.Event, path: tuple[str, ...]) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            _stop(self._faults, self._at(event), f"holds more than {MAX_NODES} values", "Split it")
        if len(path) > MAX_DEPTH:
            self._too_deep(event)

    def _too_deep(self, event: yaml.Event) -> NoReturn:
        fault = f"is nested more than {MAX_DEPTH} deep"
        _stop(self._faults, self._at(event), fault, "Make it flatter")

    def _note(self, at: Origin, path: tuple[str, ...], fault: str, remedy: str) -> None:
        self._faults.add(at, ".".join(path), fault, remedy)
        if len(self._faults) >= MAX_PROBLEMS:
            raise _Stop

    def _at(self, event: yaml.Event) -> Origin:
        mark = event.start_mark
        return Origin(self._file, mark.line + 1 if mark else 1)
