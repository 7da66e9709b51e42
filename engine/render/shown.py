"""Values as templates see them: they print themselves and give their facts, nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from engine.model.value import Scalar, Value
from engine.render import kinds
from engine.render.style import Style


class Unshowable(Exception):
    """A template prints something that has no words."""


class Shown:
    """A value in one reply's style.

    True in a test if there is something to show: a price of 0 is not. Compared by its value;
    values of different kinds are never equal, less or more.
    """

    __slots__ = ("_style", "_value", "_words")

    def __init__(self, value: Value, style: Style, words: str | None = None) -> None:
        self._value, self._style, self._words = value, style, words

    @property
    def value(self) -> Value:
        """What is shown."""
        return self._value

    @property
    def style(self) -> Style:
        """How."""
        return self._style

    def fact(self, name: str) -> "Shown | None":
        """A fact of the value, or None if it has none of that name."""
        scalar = self._value.facts.get(name)
        return None if scalar is None else Shown(kinds.fact(name, scalar, self._style), self._style)

    def words(self) -> str | None:
        """What is printed, or None."""
        return self._words or kinds.show(self._value, self._style)

    def __str__(self) -> str:
        words = self.words()
        if words is None:
            raise Unshowable(f"prints a {self._value.type or 'value'} that has no name")
        return words

    def __bool__(self) -> bool:
        if not kinds.holds(self._value):
            return False
        return isinstance(self._value.value, int | float) or bool(self.words())

    def __eq__(self, other: object) -> bool:
        return bool(self._value.value == raw(other))

    def __hash__(self) -> int:
        return hash(self._value.value)

    def __lt__(self, other: object) -> bool:
        mine, theirs = self._value.value, raw(other)
        if isinstance(mine, int | float) and isinstance(theirs, int | float):
            return mine < theirs
        return isinstance(mine, str) and isinstance(theirs, str) and mine < theirs

    def __gt__(self, other: object) -> bool:
        mine, theirs = self._value.value, raw(other)
        if isinstance(mine, int | float) and isinstance(theirs, int | float):
            return mine > theirs
        return isinstance(mine, str) and isinstance(theirs, str) and mine > theirs

    def __le__(self, other: object) -> bool:
        return self == other or self < other

    def __ge__(self, other: object) -> bool:
        return self == other or self > other


class Row(Shown):
    """Choices: prints them in a row, can be gone through, and knows the day they share."""

    __slots__ = ("_items",)

    def __init__(self, items: Sequence[Shown], style: Style, words: str, said: int) -> None:
        """Make a row.

        Args:
            items: every choice.
            style: of the reply.
            words: the choices in a row.
            said: how many of them the words name; `more` tells that there are others.
        """
        facts = {**_shared(items), "more": said < len(items)}
        super().__init__(Value("row", words or None, facts=facts), style, words)
        self._items = tuple(items)

    def __iter__(self) -> Iterator[Shown]:
        return iter(self._items)


class Family(Shown):
    """Values by name, each of a kind of its own; it has no words itself."""

    __slots__ = ("_members",)

    def __init__(self, name: str, members: Mapping[str, Shown], style: Style) -> None:
        """Join them under one name."""
        super().__init__(Value(name, None), style)
        self._members = members

    def fact(self, name: str) -> Shown | None:
        """The value of that name."""
        return self._members.get(name)


def shown(value: Value, style: Style) -> Shown:
    """A value as a template sees it; a list can be gone through."""
    if not value.items:
        return Shown(value, style)
    items = [Shown(item, style) for item in value.items]
    return Row(items, style, style.tongue.all_of([str(item) for item in items]), len(items))


def raw(thing: object) -> object:
    """The scalar beneath a shown value; anything else is itself."""
    return thing.value.value if isinstance(thing, Shown) else thing


def plain(name: str, scalar: Scalar, style: Style) -> Shown:
    """A scalar by name: `said` facts."""
    return Shown(kinds.fact(name, scalar, style), style)


def _shared(items: Sequence[Shown]) -> Mapping[str, Scalar]:
    """What choices have in common.

    `count`; of times `day` if all are on that day, `clock` if on several at one hour, and
    `nearest` if those nearest to a wish come first.
    """
    starts = [kinds.moment(item.value) for item in items if item.value.type == "opening"]
    days = {at.date() if isinstance(at, datetime) else at for at in starts}
    hours = {at.time() if isinstance(at, datetime) else None for at in starts}
    in_order = sorted(starts, key=str) == starts
    facts: dict[str, Scalar] = {"count": len(items), "nearest": not in_order}
    if len(days) == 1:
        facts["day"] = str(days.pop())
    elif len(hours) == 1 and (hour := hours.pop()):
        facts["clock"] = f"{hour:%H:%M}"
    return facts
