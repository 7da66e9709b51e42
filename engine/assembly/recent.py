"""The results that were asked for last, up to a bound."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Recent(Generic[Key, Found]):
    """A cache that forgets what was asked for longest ago; threads may share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Key, Found] = OrderedDict()
        self._alone = Lock()

    def get(self, key: Key) -> Found | None:
        """Return what is kept, as asked for just now."""
        with self._alone:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def put(self, key: Key, found: Found) -> None:
        """Keep a result; beyond the bound the oldest goes."""
        with self._alone:
            self._found[key] = found
            self._found.move_to_end(key)
            if len(self._found) > self._most:
                self._found.popitem(last=False)
