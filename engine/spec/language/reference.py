"""The tables of the reference page, written from the same table as the checks.

`python -m engine.spec.language.reference` refreshes `docs/flow-language.md`: what stands between
`<!-- table: NAME -->` and `<!-- end -->`. The words around the tables are written by hand.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from engine.model.flow import Kind
from engine.model.understanding import ACTS, INTENTS
from engine.spec.language.facts import FACTS, FAMILIES, LISTS
from engine.spec.language.fields import ALWAYS, MOVED, NEVER, START, THRESHOLDS, TIMERS, TYPES, WAY
from engine.spec.language.names import NAME, RESERVED
from engine.spec.language.overlay import OVERLAY
from engine.spec.language.shape import (
    ByKind,
    Either,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    OneOf,
    OrNothing,
    Shape,
)
from engine.spec.language.vocabulary import FLOW, KINDS
from engine.spec.language.wanted import wanted

FILE = Path("docs/flow-language.md")
_OF_NAMES = NAME.wanted.removeprefix("a name")
"""Said once, under the names; a table is easier to read without it."""
_REGION = re.compile(r"(<!-- table: ([a-z_]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def refreshed(text: str) -> str:
    """Return a page with its tables written anew.

    Raises:
        KeyError: the page wants a table that there is not.
    """
    return _REGION.sub(lambda found: f"{found[1]}\n{_TABLES[found[2]]()}\n\n{found[3]}", text)


def tables() -> frozenset[str]:
    """Return the names of all tables."""
    return frozenset(_TABLES)


def _fields(fields: Mapping[str, Field], lead: str = "key") -> str:
    rows = (
        (f"`{name}`{'' if not field.needed else ' *'}", field.says, _values(field.shape))
        for name, field in fields.items()
    )
    return _table((lead, "says", "write"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(_cell(one) for one in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _values(shape: Shape) -> str:
    match shape:
        case Named():
            return _values(shape.shape)
        case OneOf() if any(shape.words.values()):
            return "; ".join(f"`{word}`: {says}" for word, says in shape.words.items())
        case ByKind():
            return "one of the eight kinds"
        case OrNothing():
            return f"{_values(shape.shape)}, or `null`"
        case _:
            return wanted(shape).replace(_OF_NAMES, "")


def _block(shape: Shape) -> Mapping[str, Field]:
    """The keys of the block within a shape."""
    match shape:
        case Fields():
            return shape.fields
        case Named() | OrNothing():
            return _block(shape.shape)
        case Either():
            return _block(shape.long)
        case ListOf():
            return _block(shape.item)
        case MapOf():
            return _block(shape.value)
        case _:
            return {}


def _kind(kind: Kind) -> Callable[[], str]:
    return lambda: _fields(KINDS[kind].fields, "field")


def _of(shape: Shape) -> Callable[[], str]:
    return lambda: _fields(_block(shape))


def _facts() -> str:
    rows = [(f"`{name}`", says) for name, says in FACTS.items()]
    rows += [(f"`{name}.<name>`", says) for name, says in FAMILIES.items()]
    return _table(("fact", "says"), sorted(rows))


def _lists() -> str:
    return _table(("list", "says"), [(f"`{name}`", says) for name, says in LISTS.items()])


def _words() -> str:
    rows = [
        ("intents", ", ".join(f"`{word}`" for word in INTENTS)),
        ("acts", ", ".join(f"`{word}`" for word in ACTS)),
    ]
    return _table(("sort", "words"), rows)


def _names() -> str:
    refused = ", ".join(f"`{word}`" for word in RESERVED)
    return f"A name is {NAME.wanted.removeprefix('a name: ')}. Not allowed as names: {refused}."


_TABLES: Mapping[str, Callable[[], str]] = {
    **{str(kind): _kind(kind) for kind in KINDS},
    "flow": _of(FLOW),
    "overlay": _of(OVERLAY),
    "start": _of(START),
    "way": _of(WAY),
    "timer": _of(TIMERS),
    "type": _of(TYPES),
    "thresholds": _of(THRESHOLDS),
    "never": _of(NEVER),
    "always": _of(ALWAYS),
    "moved": _of(MOVED),
    "facts": _facts,
    "lists": _lists,
    "words": _words,
    "names": _names,
}


if __name__ == "__main__":
    FILE.write_text(refreshed(FILE.read_text(encoding="utf-8")), encoding="utf-8")
