"""What an overlay and a newer version of the flow beneath it have both changed.

Nothing here is wrong by itself: the overlay may compile on the new flow. It is what a person
who publishes an upgrade looks at, business by business.
"""

import json

from engine.document.edit import entries, nothing, under, word
from engine.document.place import Place, top
from engine.document.problem import Faults, Problem
from engine.document.tree import Document, Node, plain
from engine.spec.language.names import NEXT
from engine.spec.language.overlay import KEYED
from engine.spec.layers.laid import ANCHORS
from engine.spec.layers.lines import NO_MAIN, kind

KEYED_SECTIONS = ("settings", "rules", "types", "anytime", "phrases")
WHOLE_SECTIONS = ("title", "timers")
SHOWN = 60
"""Characters of a value that a message repeats."""


def conflicts(old: Document, new: Document, overlay: Document) -> tuple[Problem, ...]:
    """Compare two versions of a flow as an overlay sees them.

    Args:
        old: the flow that the overlay was written on, with the layers beneath it.
        new: the same flow as it will be.
        overlay: what lies on it.

    Returns:
        Each thing of the overlay that now stands on something else, at its file and line.
    """
    faults = Faults()
    looking = _Looking(old.root, new.root, faults)
    root = top(overlay.root)
    looking.steps(root)
    for name in KEYED_SECTIONS:
        looking.section(name, root.get(name))
    for name in WHOLE_SECTIONS:
        if place := root.get(name):
            looking.value(place, f"'{name}'", under(old.root, name), under(new.root, name))
    if place := root.get("start"):
        looking.names(place, "start", under(old.root, "start"), under(new.root, "start"))
    return faults.problems().items


class _Looking:
    """One comparison."""

    def __init__(self, old: Node, new: Node, faults: Faults) -> None:
        self._old, self._new = under(old, "steps"), under(new, "steps")
        self._roots = old, new
        self._faults = faults

    def steps(self, overlay: Place) -> None:
        """Look at what the overlay changes, removes and puts its own steps by."""
        changes, adds = overlay.get("change"), overlay.get("add")
        for name, place in changes.items() if changes else ():
            if self._still(place, name):
                self._fields(name, place)
        for place in overlay.many("remove"):
            if self._still(place, place.text):
                self.value(place, f"'{place.text}'", *self._both(place.text))
        for name, place in adds.items() if adds else ():
            self._added(name, place)

    def section(self, name: str, place: Place | None) -> None:
        """Look at what the overlay writes under names of its own choice."""
        old, new = (under(root, name) for root in self._roots)
        if place is not None:
            self.names(place, name, old, new)

    def names(self, place: Place, what: str, old: Node | None, new: Node | None) -> None:
        """Look at each name of a table that the overlay writes."""
        for name, one in place.items():
            self.value(one, f"'{name}' of {what}", under(old, name), under(new, name))

    def value(self, place: Place, what: str, old: Node | None, new: Node | None) -> None:
        """Note a value that the flow beneath has changed as well."""
        if _same(old, new):
            return
        if new is None:
            self._note(place, f"{what} is gone from the flow beneath")
        elif old is None:
            self._note(place, f"the flow beneath has {what} as well now: {_shown(new)}")
        else:
            self._note(place, f"{what} was {_shown(old)} beneath, and is {_shown(new)} now")

    def _both(self, step: str) -> tuple[Node | None, Node | None]:
        return under(self._old, step), under(self._new, step)

    def _still(self, place: Place, step: str) -> bool:
        """Whether a step is there as before, as a step of its kind."""
        old, new = self._both(step)
        if old is not None and new is None:
            self._note(place, f"step '{step}' is gone from the flow beneath")
        if old is None or new is None:
            return False
        was, now = (kind(step, one, one.at) for one in (old, new))
        if was != now:
            self._note(place, f"step '{step}' was of kind {was}, and is of kind {now} now")
        return was == now

    def _fields(self, step: str, place: Place) -> None:
        old, new = self._both(step)
        for field, one in place.items():
            below = under(old, field), under(new, field)
            if field in KEYED and not nothing(one.node) and entries(one.node):
                self.names(one, f"{step}.{field}", *below)
            else:
                self.value(one, f"'{field}' of {step}", *below)

    def _added(self, name: str, place: Place) -> None:
        old, new = self._both(name)
        if old is None and new is not None:
            self._note(place, f"the flow beneath has a step '{name}' of its own now")
        for key in ANCHORS:
            anchor = place.get(key)
            if anchor is None or not self._still(anchor, anchor.text):
                continue
            was, now = (_main(steps, anchor.text) for steps in (self._old, self._new))
            if key == "after" and was != now:
                fault = f"'{anchor.text}' led to '{was}' beneath, and leads to '{now}' now"
                self._note(anchor, fault)

    def _note(self, place: Place, fault: str) -> None:
        self._faults.add(place.at, place.key, fault, "Look whether it is still meant so")


def _main(steps: Node | None, name: str) -> str:
    """Where a step leads by its main way; "" where it has none."""
    order = list(entries(steps))
    body = under(steps, name)
    if body is None or kind(name, body, body.at) in NO_MAIN:
        return ""
    below = order[order.index(name) + 1 :]
    return word(under(body, NEXT)) or (below[0] if below else "")


def _same(old: Node | None, new: Node | None) -> bool:
    if old is None or new is None:
        return old is new
    return plain(old) == plain(new)


def _shown(node: Node) -> str:
    text = json.dumps(plain(node), ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
