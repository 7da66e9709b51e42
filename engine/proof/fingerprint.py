"""What a proof stands on, as one hash: flows, tools, phrases, and the code that proves."""

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from types import MappingProxyType, NoneType

from engine.model.flow import Duration, Flow, FlowSet, SlotType, State
from engine.model.reading import names
from engine.model.tool import ToolDefinition
from engine.proof.code import code, walking
from engine.proof.scope import over, scope
from engine.render.book import PhraseBook


def of_unit(flows: FlowSet, root: str) -> str:
    """The hash of all that the exploration of one flow can meet: of its scope.

    In whichever order its flows were read: a file that is checked by itself comes last.

    Args:
        flows: as compiled.
        root: the flow.
    """
    met = scope(flows, root)
    parts = [walking(), root, over(flows, root) or "", repr(sorted(met.intents.items()))]
    parts += [met.fallback or "", *(_walked(flow) for _, flow in sorted(met.flows.items()))]
    parts += [_called(tool) for _, tool in sorted(met.tools.items())]
    return _hash(parts)


@lru_cache(maxsize=4096)
def _walked(flow: Flow) -> str:
    """The hash of what a conversation in a flow can tell."""
    compared = {name for rule in flow.rules.values() for name in names(rule)}
    given = {one.name for state in flow.states.values() for one in state.args.values()}
    spans = {name: one for name, one in flow.settings.items() if name in compared | given}
    return _hash([text(flow, _UNWALKED), text(spans)])


def _called(tool: ToolDefinition) -> str:
    """The hash of what a conversation can tell of a tool; one object stands in many flows."""
    known = _TOOLS.get(id(tool))
    if known is None or known[0] is not tool:
        known = _TOOLS[id(tool)] = (tool, _hash([text(tool, _UNWALKED)]))
    return known[1]


_TOOLS: dict[int, tuple[ToolDefinition, str]] = {}


@lru_cache(maxsize=4096)
def _flow(flow: Flow) -> str:
    return _hash([text(flow)])


@lru_cache(maxsize=64)
def of_book(book: PhraseBook) -> str:
    """The hash of every phrase in every language."""
    entries = (
        f"{locale} {phrase} {book.entry(locale, phrase)}"
        for locale in book.locales
        for phrase in sorted(book.phrases)
    )
    return _hash(entries)


_UNWALKED: Mapping[type, frozenset[str]] = {
    Flow: frozenset({"title", "digest", "moved"}),
    State: frozenset({"title", "note", "origin"}),
    SlotType: frozenset({"like", "example"}),
    ToolDefinition: frozenset({"title", "description"}),
    Duration: frozenset({"seconds"}),
}
"""What no exploration looks at: where and why it was written, and how long silence lasts.

A fault is told with all of it; that is done anew whenever any of it changes.
"""


def text(thing: object, without: Mapping[type, frozenset[str]] = MappingProxyType({})) -> str:
    """Any of our frozen data in words that are the same in every process.

    Args:
        thing: the data.
        without: fields that are left out, by class.
    """
    if isinstance(thing, str | int | float | NoneType):
        return repr(thing)
    if isinstance(thing, tuple | list):
        return f"({','.join([text(one, without) for one in thing])})"
    if isinstance(thing, Mapping):
        items = [f"{text(key, without)}:{text(one, without)}" for key, one in thing.items()]
        return f"{{{','.join(items)}}}"
    if isinstance(thing, Set):
        return f"<{','.join(sorted([text(one, without) for one in thing]))}>"
    if is_dataclass(thing):
        kind: type = type(thing)
        left = without.get(kind, ())
        kept = [name for name in _names(kind) if name not in left]
        parts = [f"{name}={text(getattr(thing, name), without)}" for name in kept]
        return f"{kind.__name__}({','.join(parts)})"
    return repr(thing)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def of_all(flows: FlowSet, book: PhraseBook, units: Iterable[str]) -> str:
    """The hash of everything that a whole proof stands on, and is told with."""
    written = (_flow(flow) for _, flow in sorted(flows.flows.items()))
    return _hash([code(), *sorted(units), *written, of_book(book), text(flows.tools)])
