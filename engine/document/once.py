"""What is found in a document once, though many kinds of business are made with it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")
MOST = 1024
"""Documents remembered; what is shipped are some two hundred."""


class _Same(Generic[Thing]):
    """A thing known by which it is: to compare trees would take as long as to read them."""

    __slots__ = ("thing",)

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.thing is self.thing


def once(find: Callable[[Thing], Found]) -> Callable[[Thing], Found]:
    """Remember what is found in each thing; it must not be changed, nor what is found."""

    @lru_cache(maxsize=MOST)
    def kept(same: _Same[Thing]) -> Found:
        return find(same.thing)

    return lambda thing: kept(_Same(thing))
