"""Settings that an overlay brings and nothing reads: slips of a name, without any effect."""

import re
from collections.abc import Iterator

from engine.document.place import Place
from engine.document.problem import suggest
from engine.document.tree import Leaf, Table
from engine.spec.parts.scope import Scope

_WORD = re.compile(r"[a-z][a-z0-9_]*")
_SILENT = frozenset({"settings", "phrases", "title"})
"""Sections that read no setting by its name alone; what phrases show is known apart."""


def check_idle(scope: Scope) -> None:
    """Note each setting of an overlay that no step, rule, timer or phrase of the flow reads."""
    draft = scope.draft
    written = draft.section("settings")
    own = [name for name, at in written.items() if at.at.file != draft.root.at.file]
    if not own or draft.told:
        return
    read = set(_read(scope))
    for name in own:
        if name not in read:
            scope.add(written[name], "nothing reads this setting", suggest(name, read & {*written}))


def _read(scope: Scope) -> Iterator[str]:
    """Every word of the flow outside its settings, and the settings that its phrases show."""
    for name, place in scope.draft.root.items():
        if name not in _SILENT:
            yield from _words(place)
    for phrase, names in scope.world.told.items():
        if phrase.partition(".")[0] == scope.name:
            yield from names


def _words(place: Place) -> Iterator[str]:
    if isinstance(place.node, Leaf):
        yield from _WORD.findall(place.text)
        return
    named = isinstance(place.node, Table)
    for name, one in place.items() if named else (("", one) for one in place.each()):
        yield from _WORD.findall(name)
        yield from _words(one)
