"""The lines of a flow as it is written: where each way leads, and how to lead it elsewhere."""

from collections.abc import Callable, Iterator

from engine.document.edit import each, rewritten, word
from engine.document.place import Place
from engine.document.tree import Leaf, Node, Table
from engine.model.flow import Kind, Origin
from engine.spec.language.conform import kind_of
from engine.spec.language.names import NEXT
from engine.spec.language.vocabulary import KINDS

WAYS = ("exits", "choose", "confirm", "branch")
"""The keys of a step that hold `name: where to`."""
NO_MAIN = (Kind.CHOOSE, Kind.END)
"""Kinds that have no main way."""


def kind(step: str, body: Node, at: Origin) -> Kind | None:
    """Return the kind of a step."""
    return kind_of(Place(body, f"steps.{step}", at), KINDS)


def led(node: Node, step: str, to: Leaf) -> Node:
    """Return a step, or a whole flow, with every line into `step` leading to `to`.

    Lines are the main way, ways out, timers, and what the customer may say at any time;
    `again` is none: it names a slot, and that is asked by its own step.
    """

    def way(place: Node) -> Node:
        if word(place) == step:
            return to
        return rewritten(place, {"go": way}) if isinstance(place, Table) else place

    def ways(place: Node) -> Node | None:
        return each(place, way)

    changes: dict[str, Callable[[Node], Node | None]] = {NEXT: way, "timers": ways, "anytime": ways}
    return rewritten(node, {**changes, **dict.fromkeys(WAYS, ways)})


def lines_into(node: Node, step: str) -> Iterator[str]:
    """Yield the keys that lead to `step`: `next`, `exits.none`, `timers.0.go`."""
    place = Place(node, "", node.at)
    if (main := place.get(NEXT)) and main.text == step:
        yield main.key
    for key in (*WAYS, "timers", "anytime"):
        section = place.get(key)
        if section is None or isinstance(section.node, Leaf):
            continue
        pairs = section.each() if key == "timers" else (one for _, one in section.items())
        for one in pairs:
            goes = one.get("go") or one
            if goes.text == step:
                yield goes.key
