"""Facts that are made up when they are asked for, where the engine expects a table of them."""

from typing import TypeVar, overload

from engine.model.value import Scalar

Default = TypeVar("Default")


class Lookup(dict[str, Scalar]):
    """A table of facts; what is asked of it by name is answered by `fact`."""

    __slots__ = ()

    def fact(self, name: str) -> Scalar:
        """One fact; None if there is none."""
        return super().get(name)

    @overload
    def get(self, name: str, default: None = None, /) -> Scalar: ...
    @overload
    def get(self, name: str, default: Scalar, /) -> Scalar: ...
    @overload
    def get(self, name: str, default: Default, /) -> Scalar | Default: ...
    def get(self, name: str, default: Default | None = None, /) -> Scalar | Default:
        """A fact, or the default if there is none."""
        found = self.fact(name)
        return default if found is None else found
