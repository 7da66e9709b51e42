"""Trees with something put in or taken out: new trees, whose other values stay as they are."""

from collections.abc import Callable, Mapping

from engine.document.tree import Entry, Leaf, Node, Series, Table
from engine.model.flow import Origin


def entries(node: Node | None) -> dict[str, Entry]:
    """Return the keys of a table, to be changed freely; none for what is no table."""
    return dict(node.entries) if isinstance(node, Table) else {}


def under(node: Node | None, key: str) -> Node | None:
    """Return what stands under a key; None where there is no such key."""
    found = entries(node).get(key)
    return found.value if found else None


def having(node: Node | None, key: str, entry: Entry | None, at: Origin) -> Table:
    """Return a table with one key written, or, for None, without it.

    Args:
        node: the table; None: there was none yet.
        key: its name.
        entry: what stands there then.
        at: where the table stands, if there was none.
    """
    found = entries(node)
    if entry is None:
        found.pop(key, None)
    else:
        found[key] = entry
    return Table(found, node.at if isinstance(node, Table) else at)


def nothing(node: Node) -> bool:
    """Whether this is a null: what a change writes to put the default back."""
    return isinstance(node, Leaf) and node.value is None


def word(node: Node | None) -> str:
    """Return the text here; "" where something else stands."""
    return node.value if isinstance(node, Leaf) and isinstance(node.value, str) else ""


def each(node: Node | None, change: Callable[[Node], Node]) -> Node | None:
    """Return a list or table with every value changed; anything else as it is."""
    match node:
        case Table():
            found = {key: Entry(one.at, change(one.value)) for key, one in node.entries.items()}
            return Table(found, node.at)
        case Series():
            return Series(tuple(map(change, node.items)), node.at)
        case _:
            return node


def rewritten(node: Node, changes: Mapping[str, Callable[[Node], Node | None]]) -> Node:
    """Return a table with some keys changed, in place; those that are not there stay so."""
    if not isinstance(node, Table):
        return node
    found = entries(node)
    for key, change in changes.items():
        if key in found and (value := change(found[key].value)) is not None:
            found[key] = Entry(found[key].at, value)
    return Table(found, node.at)
