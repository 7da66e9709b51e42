"""The shipped flows with something changed, compiled as a newer version."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from engine.assembly.library import ROOT, Repertoire
from engine.document.files import read_file
from engine.document.problem import Problems
from engine.document.tree import Document, Entry, Leaf, Node, Plain, Series, Table, plain
from engine.model.flow import Flow, FlowSet, Moved, Origin
from engine.render.book import PhraseBook
from engine.spec.compose import compose
from engine.spec.gathered import flow_name, read_shelf
from engine.spec.parts.slot_types import compile_types
from engine.spec.phrases.spoken import Books
from tools.definitions import load_definitions

Edit = Callable[[dict[str, Any]], None]
AT = Origin("edited.yaml", 1)


def tree(value: Plain) -> Node:
    """A tree of plain values; all of it stands on line 1."""
    if isinstance(value, dict):
        return Table({key: Entry(AT, tree(one)) for key, one in value.items()}, AT)
    if isinstance(value, list):
        return Series(tuple(map(tree, value)), AT)
    return Leaf(value, AT)


class Editor:
    """Compiles the shipped flows, one of them edited: what a deployment of newer files brings."""

    def __init__(self) -> None:
        self._definitions = load_definitions()
        self._shelf = read_shelf(ROOT, ROOT)
        types = read_file(ROOT / "flows" / "types.yaml", ROOT)
        assert isinstance(types, Document)
        compiled = compile_types(types, self._definitions)
        assert not isinstance(compiled, Problems)
        self._types = compiled
        self._books = Books(PhraseBook.from_texts)

    def written(self, name: str) -> dict[str, Any]:
        """A shipped flow as plain values."""
        trees = (plain(document.root) for document in self._shelf.flows)
        return next(one for one in trees if isinstance(one, dict) and one.get("flow") == name)

    def compiled(self, name: str, edit: Edit) -> Repertoire | Problems:
        """The flows with `name` edited and what they say, or what is wrong with the edit."""
        data = self.written(name)
        edit(data)
        newer = Document(AT.file, tree(data))
        flows = (one for one in self._shelf.flows if flow_name(one) != name)
        shelf = replace(self._shelf, flows=(*flows, newer))
        found = compose((shelf,), self._books, self._definitions, self._types, beneath=None)
        return found if isinstance(found, Problems) else Repertoire(found.flows, found.book)

    def edited(self, name: str, edit: Edit, moved: Moved | None = None) -> FlowSet:
        """The flows with `name` edited, and what it says of older conversations."""
        found = self.compiled(name, edit)
        assert not isinstance(found, Problems), found
        return with_map(found.flows, name, moved) if moved else found.flows


def with_map(flows: FlowSet, name: str, moved: Moved) -> FlowSet:
    """The flows, one of them with a map for older conversations."""
    flow: Flow = replace(flows.flows[name], moved=moved)
    return replace(flows, flows={**flows.flows, name: flow})


def rename_step(old: str, new: str) -> Edit:
    """A step under another name, wherever it is named; it says what it said."""

    def edit(data: dict[str, Any]) -> None:
        body = data["steps"][old]
        if {"ask", "choose", "confirm"} & body.keys():
            body.setdefault("say", old)
        data["steps"] = {new if key == old else key: one for key, one in data["steps"].items()}
        for name in ("timers", "anytime", "never", "always"):
            if name in data:
                data[name] = _renamed(data[name], old, new)
        for step in data["steps"].values():
            for field in ("exits", "choose", "confirm", "branch", "timers", "next"):
                if field in step:
                    step[field] = _renamed(step[field], old, new)

    return edit


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, old, new) for one in value]
    return new if value == old else value
