"""One overlay laid on one flow: a new document in which every value keeps where it was written."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.document.edit import entries, nothing
from engine.document.place import Place, top
from engine.document.problem import Faults, suggest
from engine.document.tree import Document, Entry, Series, Table
from engine.spec.layers.laid import Laid

Merge: TypeAlias = Callable[[Entry | None, Entry, Place, Faults], Entry | None]
"""(what stands beneath, what the overlay writes, where, faults) -> what stands then."""


def merge(base: Document, overlay: Document, faults: Faults) -> Document:
    """Lay an overlay on the flow that it names.

    Args:
        base: a flow, perhaps with other overlays in it already.
        overlay: held against its shape before.
        faults: what the overlay names and the flow does not have is noted here.

    Returns:
        The flow as it is then; where something was noted, without that.
    """
    place = top(overlay.root)
    laid = Laid(base.root, place, faults)
    laid.change()
    laid.remove()
    laid.add()
    root = entries(laid.root())
    for name, entry in entries(overlay.root).items():
        if name in _SECTIONS and (mine := place.get(name)):
            found = _SECTIONS[name](root.get(name), entry, mine, faults)
            root.pop(name, None) if found is None else root.update({name: found})
    return Document(base.file, Table(root, base.root.at))


def _replaced(_below: Entry | None, mine: Entry, _place: Place, _faults: Faults) -> Entry:
    return mine


def _grown(below: Entry | None, mine: Entry, _place: Place, _faults: Faults) -> Entry:
    """A list that only grows, so that no layer takes back what one beneath has promised."""
    if below is None or not isinstance(mine.value, Series):
        return mine
    old = below.value.items if isinstance(below.value, Series) else ()
    return Entry(below.at, Series((*old, *mine.value.items), below.value.at))


def _by_key(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    return _merged(below, mine, place, faults, _replaced)


def _settings(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    return _merged(below, mine, place, faults, _setting)


def _phrases(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    return _merged(below, mine, place, faults, _by_key)


def _merged(
    below: Entry | None, mine: Entry, place: Place, faults: Faults, inner: Merge
) -> Entry | None:
    """Two tables by key: the newer value stands; null takes a key away."""
    found = entries(below.value if below else None)
    for name, entry in entries(mine.value).items():
        here = place.get(name)
        if nothing(entry.value):
            _gone(found, name, here or place, faults)
        elif here is not None and (one := inner(found.get(name), entry, here, faults)):
            found[name] = one
    first = below or mine
    return Entry(first.at, Table(found, first.value.at)) if found else None


def _gone(found: dict[str, Entry], name: str, place: Place, faults: Faults) -> None:
    if found.pop(name, None) is None:
        fault = f"there is no '{name}' to take away"
        faults.add(place.at, place.key, fault, suggest(name, found))


def _setting(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry:
    """A plain value is the everyday one; exceptions add up, the newer layer's first."""
    old = _whole(below)
    new = _whole(mine)
    usually = new.get("usually") or old.get("usually")
    if usually is None:
        remedy = "Write usually: ... as well, or change a setting that there is"
        faults.add(place.at, place.key, "has exceptions and no everyday value", remedy)
        return mine
    exceptions = _exceptions(old.get("except"), new.get("except"), place, faults)
    if exceptions is None:
        return usually
    at = mine.at
    return Entry(at, Table({"usually": usually, "except": exceptions}, at))


def _whole(entry: Entry | None) -> dict[str, Entry]:
    """A setting as `{usually, except}`."""
    if entry is None:
        return {}
    return entries(entry.value) if isinstance(entry.value, Table) else {"usually": entry}


def _exceptions(old: Entry | None, new: Entry | None, place: Place, faults: Faults) -> Entry | None:
    below = entries(old.value if old else None)
    mine = entries(new.value if new else None)
    above = {name: entry for name, entry in mine.items() if not nothing(entry.value)}
    for name in mine.keys() - above.keys():
        here = place.get("except")
        _gone(below, name, (here.get(name) if here else None) or place, faults)
    found = {**above, **{name: one for name, one in below.items() if name not in above}}
    first = new or old
    return Entry(first.at, Table(found, first.value.at)) if found and first else None


def _start(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    if below is not None and not isinstance(below.value, Table):
        fault = "what begins this flow is one word, and has no fields to change"
        faults.add(place.at, place.key, fault, "Leave it out")
        return below
    return _by_key(below, mine, place, faults)


def _moved(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    """Maps of several layers: all their hashes, steps and slots by name."""
    return _merged(below, mine, place, faults, _moved_part)


def _moved_part(below: Entry | None, mine: Entry, place: Place, faults: Faults) -> Entry | None:
    if isinstance(mine.value, Series):
        return _grown(below, mine, place, faults)
    old = entries(below.value if below else None)
    return Entry(mine.at, Table({**old, **entries(mine.value)}, mine.value.at))


_SECTIONS: Mapping[str, Merge] = {
    "title": _replaced,
    "start": _start,
    "settings": _settings,
    "rules": _by_key,
    "types": _by_key,
    "timers": _replaced,
    "anytime": _by_key,
    "never": _grown,
    "always": _grown,
    "moved": _moved,
    "phrases": _phrases,
}
