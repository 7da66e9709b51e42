"""The steps of a flow while an overlay changes, removes and adds some."""

from engine.document.edit import entries, having, nothing, under, word
from engine.document.place import Place
from engine.document.problem import Faults, suggest
from engine.document.tree import Entry, Leaf, Node, Table
from engine.model.flow import Kind
from engine.spec.language.names import NEXT
from engine.spec.language.overlay import KEYED, NEWER_FIRST
from engine.spec.language.vocabulary import KINDS
from engine.spec.layers.lines import NO_MAIN, kind, led, lines_into

ANCHORS = ("after", "before")


class Laid:
    """A working copy; lives no longer than the merge of one overlay."""

    def __init__(self, root: Node, overlay: Place, faults: Faults) -> None:
        self._root = root
        self._overlay = overlay
        self._faults = faults
        self._steps = entries(under(root, "steps"))
        self._removed: set[str] = set()
        self._own: set[str] = set()
        self._behind: dict[str, str] = {}
        """Step -> the last step of this overlay that was put after it."""

    def root(self) -> Table:
        """Return the flow with its steps as they are now."""
        steps = entries(self._root).get("steps")
        at = steps.at if steps else self._root.at
        return having(self._root, "steps", Entry(at, Table(self._steps, at)), at)

    def change(self) -> None:
        """Change steps field by field."""
        section = self._overlay.get("change")
        for name, place in section.items() if section else ():
            if name in self._steps:
                entry = self._steps[name]
                self._steps[name] = Entry(entry.at, self._changed(name, entry, place))
            else:
                self._unknown(place, name)

    def remove(self) -> None:
        """Take steps out; what led to one goes on by its main way."""
        for place in self._overlay.many("remove"):
            name = place.text
            changes = self._overlay.get("change")
            if changes is not None and (change := changes.get(name)) is not None:
                fault = f"'{name}' is removed by this overlay"
                self._faults.add(change.at, change.key, fault, "Write one of the two")
            if name in self._steps:
                self._remove(name, place)
            else:
                self._unknown(place, name)

    def add(self) -> None:
        """Put new steps in, each once the step that it is put by is there."""
        section = self._overlay.get("add")
        waiting = dict(section.items()) if section else {}
        for name in [name for name in waiting if name in self._steps]:
            self._there_already(waiting.pop(name), name)
        while ready := [name for name, place in waiting.items() if self._anchored(place)]:
            self._put(ready[0], waiting.pop(ready[0]))
        for name, place in waiting.items():
            self._adrift(name, place, waiting)

    def _unknown(self, place: Place, name: str) -> None:
        if name in self._removed:
            fault, remedy = f"'{name}' is removed by this overlay", "Write one of the two"
        else:
            fault, remedy = f"no step is called '{name}'", suggest(name, self._steps)
        self._faults.add(place.at, place.key, fault, remedy)

    def _changed(self, name: str, entry: Entry, place: Place) -> Node:
        own = kind(name, entry.value, entry.at)
        found = entries(entry.value)
        for field, value in entries(place.node).items():
            here = place.get(field) or place
            if self._another_kind(field, own, here, found):
                continue
            if nothing(value.value):
                found.pop(field, None)
            elif field in KEYED and field in found and isinstance(found[field].value, Table):
                found[field] = self._by_name(field, found[field], here)
            else:
                found[field] = value
        return Table(found, entry.value.at)

    def _another_kind(
        self, field: str, own: Kind | None, place: Place, found: dict[str, Entry]
    ) -> bool:
        """Whether a change would make another kind of step."""
        if own is None or field not in {*KINDS}:
            return False
        brings = field != own and field not in found and field != Kind.SAY
        loses = field == own and nothing(place.node)
        if brings or loses:
            fault = f"the step is {KINDS[own].what}, and stays one"
            self._faults.add(place.at, place.key, fault, "Remove it, and add another")
        return brings or loses

    def _by_name(self, field: str, below: Entry, place: Place) -> Entry:
        old = entries(below.value)
        new: dict[str, Entry] = {}
        for name, entry in entries(place.node).items():
            if not nothing(entry.value):
                new[name] = entry
            elif old.pop(name, None) is None:
                here, fault = place.get(name) or place, f"there is no '{name}' to take away"
                self._faults.add(here.at, here.key, fault, suggest(name, old))
        first, then = (new, old) if field in NEWER_FIRST else (old, new)
        merged = {name: new.get(name) or old[name] for name in (*first, *then)}
        return Entry(below.at, Table(merged, below.value.at))

    def _main(self, name: str) -> Leaf | None:
        """Where a step leads by its main way; None if it has none."""
        entry = self._steps[name]
        if kind(name, entry.value, entry.at) in NO_MAIN:
            return None
        main = under(entry.value, NEXT)
        if isinstance(main, Leaf):
            return main
        order = list(self._steps)
        below = order[order.index(name) + 1 :]
        return Leaf(below[0], entry.at) if below else None

    def _remove(self, name: str, place: Place) -> None:
        main = self._main(name)
        order = list(self._steps)
        at = order.index(name)
        falls = at > 0 and under(self._steps[order[at - 1]].value, NEXT) is None
        straight = main is not None and order[at + 1 : at + 2] == [word(main)]
        if main is None:
            lines = list(self._lines(name))
            if lines or at == 0:
                leads = f", and {' and '.join(lines)} lead there" if lines else ""
                fault = f"'{name}' has no main way on which to go on{leads}"
                self._faults.add(place.at, place.key, fault, "Change these lines first")
                return
        elif at == 0 and not straight:
            fault = f"the flow begins in '{name}', which leads on to '{word(main)}'"
            self._faults.add(place.at, place.key, fault, "Leave it, or add a step before it")
            return
        del self._steps[name]
        self._removed.add(name)
        if main is None:
            return
        to = Leaf(main.value, main.at)
        self._lead(name, to, spare=frozenset())
        if falls and not straight:
            self._lead_on(order[at - 1], to)

    def _lines(self, name: str) -> list[str]:
        """Every line into a step, by its key."""
        found = list(lines_into(self._root, name))
        for step, entry in self._steps.items():
            found += [f"steps.{step}.{key}" for key in lines_into(entry.value, name)]
        above = self._above(name)
        falls = above is not None and under(self._steps[above].value, NEXT) is None
        return [*found, f"steps.{above}"] if falls and above and self._main(above) else found

    def _above(self, name: str) -> str | None:
        order = list(self._steps)
        at = order.index(name)
        return order[at - 1] if at else None

    def _lead_on(self, name: str, to: Leaf) -> None:
        """Write the main way of a step that had left it to the order of the steps."""
        entry = self._steps[name]
        if kind(name, entry.value, entry.at) not in NO_MAIN:
            value = having(entry.value, NEXT, Entry(to.at, to), entry.at)
            self._steps[name] = Entry(entry.at, value)

    def _lead(self, name: str, to: Leaf, spare: frozenset[str]) -> None:
        """Lead every line into `name` elsewhere, but not those of the steps to spare."""
        for step, entry in self._steps.items():
            if step not in spare:
                self._steps[step] = Entry(entry.at, led(entry.value, name, to))
        self._root = led(self._root, name, to)

    def _there_already(self, place: Place, name: str) -> None:
        at = self._steps[name].at
        fault = f"a step '{name}' is there already, in {at.file} on line {at.line}"
        self._faults.add(place.at, place.key, fault, "Write it under change, or rename it")

    def _anchored(self, place: Place) -> bool:
        anchor = self._anchor(place)
        return anchor is None or anchor.text in self._steps

    @staticmethod
    def _anchor(place: Place) -> Place | None:
        return place.get("after") or place.get("before")

    def _put(self, name: str, place: Place) -> None:
        entry = entries(self._overlay_section())[name]
        fields = {key: one for key, one in entries(entry.value).items() if key not in ANCHORS}
        new = Entry(entry.at, Table(fields, entry.value.at))
        self._own.add(name)
        if after := place.get("after"):
            self._put_after(name, new, after)
        elif before := place.get("before"):
            self._put_before(name, new, before)
        else:
            self._steps[name] = new

    def _overlay_section(self) -> Node | None:
        return under(self._overlay.node, "add")

    def _put_after(self, name: str, new: Entry, anchor: Place) -> None:
        step = anchor.text
        while step in self._behind:
            step = self._behind[step]
        self._behind[anchor.text] = name
        held = self._steps[step]
        if kind(step, held.value, held.at) in NO_MAIN:
            fault = f"'{step}' has no main way to come after"
            self._faults.add(anchor.at, anchor.key, fault, f"Name '{name}' in one of its ways")
            self._steps[name] = new
            return
        old = entries(held.value).get(NEXT)
        if old is not None:
            self._steps[step] = Entry(held.at, having(held.value, NEXT, None, held.at))
            if NEXT not in entries(new.value) and kind(name, new.value, new.at) not in NO_MAIN:
                new = Entry(new.at, having(new.value, NEXT, old, new.at))
        self._insert(name, new, list(self._steps).index(step) + 1)

    def _put_before(self, name: str, new: Entry, anchor: Place) -> None:
        step = anchor.text
        # what this overlay's own steps say of their ways, they mean
        self._lead(step, Leaf(name, anchor.at), spare=frozenset(self._own))
        self._insert(name, new, list(self._steps).index(step))

    def _insert(self, name: str, new: Entry, at: int) -> None:
        items = list(self._steps.items())
        self._steps = dict([*items[:at], (name, new), *items[at:]])

    def _adrift(self, name: str, place: Place, others: dict[str, Place]) -> None:
        """Note a step whose anchor is nowhere, or waits for others that wait for it."""
        anchor = self._anchor(place) or place
        if anchor.text in others:
            fault, remedy = f"'{name}' and '{anchor.text}' are put by one another", "Name a step"
            self._faults.add(anchor.at, anchor.key, fault, f"{remedy} that is there")
        elif anchor.text in self._removed:
            self._unknown(anchor, anchor.text)
        else:
            fault = f"no step is called '{anchor.text}'"
            self._faults.add(anchor.at, anchor.key, fault, suggest(anchor.text, self._steps))
