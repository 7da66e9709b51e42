"""Names with fixed values: what a rule would say if they were so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.model.value import Scalar


@dataclass(frozen=True, slots=True)
class Fixed:
    """What names mean to a rule that is tried; any other name stands for nothing."""

    values: Mapping[str, Scalar] = field(default_factory=dict)

    def scalar(self, name: str) -> Scalar:
        """The value given; None if there is none."""
        return self.values.get(name)

    def is_empty(self, name: str) -> bool:
        """Whether nothing is given."""
        return self.values.get(name) is None

    def is_filled(self, name: str) -> bool:
        """Whether something is given."""
        return self.values.get(name) is not None


NOTHING = Fixed()
