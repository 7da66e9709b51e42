"""Holds a document against a shape: every fault at once, in the words of its own kind."""

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from engine.document.edit import nothing
from engine.document.place import Place
from engine.document.problem import Faults, near, suggest
from engine.document.tree import Leaf, Series, Table
from engine.model.flow import Kind
from engine.spec.language.shape import (
    AnyScalar,
    ByKind,
    Either,
    Exactly,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    OrNothing,
    Shape,
    Switch,
    Text,
    Word,
)
from engine.spec.language.wanted import FEW, complaint, found, wanted

SHOWN = 60
"""Characters of a strange key that a message repeats."""


OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("speak", "tell", "send", "message", "text", "reply"), Kind.SAY),
    **dict.fromkeys(("question", "collect", "prompt"), Kind.ASK),
    **dict.fromkeys(("run", "tool", "action"), Kind.DO),
    **dict.fromkeys(("if", "switch", "decide"), Kind.BRANCH),
    **dict.fromkeys(("pick", "menu", "buttons"), Kind.CHOOSE),
    **dict.fromkeys(("finish", "stop"), Kind.END),
}
"""What somebody may write for a kind of step, whose letters do not resemble it."""
_SIGN = re.compile(r"[<>=]|(?:^|\s)(?:and|or|not|in|is)\s")


def conform(place: Place, shape: Shape, faults: Faults) -> None:  # noqa: C901 - one line a shape
    """Note everything at `place` that is not of this shape."""
    match shape:
        case Named():
            conform(place, shape.shape, faults)
        case OrNothing() if nothing(place.node):
            return
        case OrNothing():
            conform(place, shape.shape, faults)
        case Either():
            short = isinstance(place.node, Leaf) and place.value is not None
            conform(place, shape.word if short else shape.long, faults)
        case ByKind():
            _step(place, shape, faults)
        case Fields():
            _fields(place, shape, faults)
        case MapOf():
            _map(place, shape, faults)
        case ListOf():
            _list(place, shape, faults)
        case _:
            _leaf(place, shape, faults)


def kind_of(place: Place, kinds: Iterable[Kind]) -> Kind | None:
    """Return the kind of a step: the first of the kinds' keys that it has."""
    return next((kind for kind in kinds if place.get(kind) is not None), None)


def refuse(place: Place, shape: Shape, faults: Faults) -> None:
    """Note that something else stands here."""
    faults.add(place.at, place.key, found(place.node), f"Write {wanted(shape)}")


Leaves = Word | Text | Switch | Number | OneOf | Exactly | AnyScalar


def _leaf(place: Place, shape: Leaves, faults: Faults) -> None:
    if isinstance(shape, Text) and len(place.text) > shape.most:
        fault = f"has {len(place.text)} characters"
        faults.add(place.at, place.key, fault, f"Write at most {shape.most}")
    elif isinstance(shape, OneOf) and (meant := _nearly(place.text, shape)):
        faults.add(place.at, place.key, found(place.node), f"Write '{meant}'")
    elif isinstance(shape, Word) and place.text in shape.form.refused:
        fault, remedy = complaint(shape.form, place.text)
        faults.add(place.at, place.key, f"'{place.text}' {fault}", remedy)
    elif isinstance(shape, Word) and _is_rule(place):
        fault = f"'{place.text[:SHOWN]}' is a rule"
        faults.add(place.at, place.key, fault, "Write it under rules: by a name, and the name here")
    elif not _fits(place, shape):
        refuse(place, shape, faults)


def _is_rule(place: Place) -> bool:
    """Whether a rule itself stands where its name belongs."""
    where = set(place.key.split(".")[-2:])
    return bool(where & {"when", "unless"}) and bool(_SIGN.search(place.text))


def _nearly(word: str, shape: OneOf) -> str | None:
    """A slip in one of many words; a few are better listed."""
    return None if word in shape.words or len(shape.words) <= FEW else near(word, shape.words)


def _fits(place: Place, shape: Leaves) -> bool:  # noqa: PLR0911 - one line a shape
    value = place.value
    number = isinstance(value, int | float) and not isinstance(value, bool)
    match shape:
        case Word():
            return shape.form.fits(place.text)
        case Text():
            return bool(place.text)
        case Switch():
            return isinstance(value, bool)
        case Number():
            counts = not shape.whole or isinstance(value, int)
            return number and counts and shape.least <= float(value or 0) <= shape.most
        case OneOf():
            return place.text in shape.words
        case Exactly():
            return number and value == shape.number
        case AnyScalar():
            return value is not None
        case _:
            assert_never(shape)


def _list(place: Place, shape: ListOf, faults: Faults) -> None:
    if not isinstance(place.node, Series) or not place.node.items:
        refuse(place, shape, faults)
        return
    if not _bounded(place, len(place.node.items), shape.most, faults):
        return
    seen: set[str] = set()
    for item in place.each():
        conform(item, shape.item, faults)
        if shape.unique and item.text and item.text in seen:
            faults.add(item.at, place.key, f"names '{item.text}' twice", "Write it once")
        seen.add(item.text)


def _map(place: Place, shape: MapOf, faults: Faults) -> None:
    if not isinstance(place.node, Table) or not place.node.entries:
        refuse(place, shape, faults)
        return
    if not _bounded(place, len(place.node.entries), shape.most, faults):
        return
    for name, value in place.items():
        if shape.key.fits(name):
            conform(value, shape.value, faults)
        else:
            fault, remedy = complaint(shape.key, name)
            faults.add(place.key_at(name), place.key, f"'{name[:SHOWN]}' {fault}", remedy)


def _bounded(place: Place, size: int, most: int, faults: Faults) -> bool:
    if size > most:
        faults.add(place.at, place.key, f"has {size} entries", f"Write at most {most}")
    return size <= most


def _fields(place: Place, shape: Fields, faults: Faults) -> None:
    if not isinstance(place.node, Table):
        refuse(place, shape, faults)
        return
    strange = [name for name, _ in place.items() if name not in shape.fields]
    meant = {_strange(name, place, shape, faults) for name in strange}
    for name, value in place.items():
        if name in shape.fields:
            conform(value, shape.fields[name].shape, faults)
    for name, field in shape.fields.items():
        if field.needed and place.get(name) is None and name not in meant:
            faults.add(place.at, place.key, f"has no '{name}'", f"Write {name}: ...")
    # a misspelt key is one fault, not two: what it was meant for is not missing as well
    if not meant & {*shape.one_of, *shape.any_of}:
        _choices(place, shape, faults)


def _strange(name: str, place: Place, shape: Fields, faults: Faults) -> str | None:
    fault = f"'{name[:SHOWN]}' is not a field of {shape.what}"
    faults.add(place.key_at(name), place.key, fault, suggest(name, shape.fields))
    return near(name, shape.fields)


def _choices(place: Place, shape: Fields, faults: Faults) -> None:
    given = [name for name in shape.one_of if place.get(name)]
    if len(given) > 1:
        fault = f"has both {' and '.join(given)}"
        faults.add(place.at, place.key, fault, "Write one of the two")
    elif shape.one_of and not given:
        fault = f"is {shape.what} without {' or '.join(shape.one_of)}"
        faults.add(place.at, place.key, fault, "Write one of the two")
    elif shape.any_of and not any(place.get(name) for name in shape.any_of):
        remedy = f"Write one of {', '.join(shape.any_of)}"
        faults.add(place.at, place.key, f"is {shape.what} that does nothing", remedy)
    both = [name for name in shape.most_one if place.get(name)]
    if len(both) > 1:
        fault = f"has both {' and '.join(both)}"
        faults.add(place.at, place.key, fault, "Write one of the two")


def _step(place: Place, shape: ByKind, faults: Faults) -> None:
    if not isinstance(place.node, Table):
        refuse(place, shape, faults)
        return
    kind = kind_of(place, shape.kinds)
    if kind is None:
        _no_kind(place, shape, faults)
        return
    others = [name for name in shape.kinds if name not in (kind, Kind.SAY) and place.get(name)]
    if others:
        one, two = shape.kinds[kind].what, shape.kinds[others[0]].what
        at = place.key_at(others[0])
        faults.add(at, place.key, f"is {one} and {two} at once", "Make two steps of it")
    else:
        _fields(place, shape.kinds[kind], faults)


def _no_kind(place: Place, shape: ByKind, faults: Faults) -> None:
    for name, _ in place.items():
        if meant := near(name, shape.kinds) or OTHER_WORDS.get(name):
            fault = f"'{name}' is no kind of step"
            faults.add(place.key_at(name), place.key, fault, f"Write '{meant}'")
            return
    faults.add(place.at, place.key, "has no kind", f"Write one of {', '.join(shape.kinds)}")
