"""What one overlay changes of the flow beneath it, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.document.edit import nothing
from engine.document.place import Place, top
from engine.document.tree import Document
from engine.model.flow import Origin

SECTIONS = ("settings", "rules", "types", "anytime")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change.

    Attributes:
        name: of the step, rule, setting, ...
        at: the line of the overlay: of the name under `remove`, of the field under `change`.
        removed: it is gone; else it is another, or new.
        of_step: it is of a step.
    """

    name: str
    at: Origin
    removed: bool = False
    of_step: bool = True


@dataclass(frozen=True, slots=True)
class Touch:
    """One overlay on one flow.

    Attributes:
        at: where it names the flow.
        edits: all but phrases.
    """

    at: Origin
    edits: tuple[Edit, ...] = ()


def touch(overlay: Document) -> Touch:
    """Read what an overlay changes; it was held against its shape before."""
    root = top(overlay.root)
    place = root.get("flow")
    return Touch(place.at if place else root.at, tuple(_edits(root)))


def _edits(root: Place) -> Iterator[Edit]:
    for one in root.many("remove"):
        yield Edit(one.text, one.at, removed=True)
    for step, fields in _items(root, "change"):
        yield from (Edit(step, _line(field)) for _, field in fields.items())
    yield from (Edit(step, body.at) for step, body in _items(root, "add"))
    for section in SECTIONS:
        for name, place in _items(root, section):
            yield Edit(name, place.at, removed=nothing(place.node), of_step=False)


def _items(root: Place, section: str) -> Iterator[tuple[str, Place]]:
    place = root.get(section)
    yield from place.items() if place else ()


def _line(field: Place) -> Origin:
    """Of a table in which one key is changed, that key's."""
    inner = [place.at for _, place in field.items()]
    return inner[0] if len(inner) == 1 else field.at
