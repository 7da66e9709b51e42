"""A value of a document together with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.document.tree import Leaf, Node, Series, Table
from engine.model.flow import Origin
from engine.model.value import Scalar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a check stands.

    Attributes:
        key: the way from the top with dots, "" at the top.
        at: what a message about this value points to: the line of a short value, of
            the key of a long one.
    """

    node: Node
    key: str
    at: Origin

    def get(self, name: str) -> "Place | None":
        """Return the value under `name`, or None where there is no such key."""
        if not isinstance(self.node, Table) or name not in self.node.entries:
            return None
        entry = self.node.entries[name]
        return Place(entry.value, self.path(name), _shown(entry.value, entry.at))

    def items(self) -> Iterator[tuple[str, "Place"]]:
        """Yield the keys of a table with their values; nothing for other values."""
        if isinstance(self.node, Table):
            for name, entry in self.node.entries.items():
                yield name, Place(entry.value, self.path(name), _shown(entry.value, entry.at))

    def each(self) -> Iterator["Place"]:
        """Yield the items of a list, or the value itself where one stands for a list."""
        if isinstance(self.node, Series):
            for index, item in enumerate(self.node.items):
                yield Place(item, self.path(str(index)), item.at)
        else:
            yield self

    def many(self, name: str) -> Iterator["Place"]:
        """Yield what a key that takes one or several holds."""
        found = self.get(name)
        if found is not None:
            yield from found.each()

    def path(self, name: str) -> str:
        """Return the way to a key below."""
        return f"{self.key}.{name}" if self.key else name

    def key_at(self, name: str) -> Origin:
        """Return where the key `name` itself was written."""
        if isinstance(self.node, Table) and name in self.node.entries:
            return self.node.entries[name].at
        return self.at

    @property
    def value(self) -> Scalar:
        """The scalar here; None for lists and tables."""
        return self.node.value if isinstance(self.node, Leaf) else None

    @property
    def text(self) -> str:
        """The text here; "" where something else stands."""
        return self.value if isinstance(self.value, str) else ""


def top(root: Node) -> Place:
    """Return the place of a whole document."""
    return Place(root, "", root.at)


def _shown(value: Node, key_at: Origin) -> Origin:
    return value.at if isinstance(value, Leaf) and value.value is not None else key_at
