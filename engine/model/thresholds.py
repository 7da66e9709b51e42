"""How sure is sure enough, where no kind of answer says so itself (seeds/003, 4.2, 5.2 and 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

from engine.model.value import Scalar

Bounds: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What holds in every flow of a business.

    Attributes:
        act: confidence from which an act decides; below, its readings are asked for.
        language: confidence from which a message's language is that of the reply.
        clarifications: in one attempt, after which a person takes over.
    """

    act: float = 0.85
    language: float = 0.70
    clarifications: int = 3


USUAL = Thresholds()
BOUNDS: Mapping[str, Bounds] = {
    "act": (0.7, 0.95),
    "language": (0.5, 0.95),
    "clarifications": (1, 6),
}
"""Least and most of each: beyond, everything would be asked, or nothing."""
SETTINGS: Mapping[str, str] = {
    "act": "act_from",
    "language": "language_from",
    "clarifications": "clarifications",
}
"""By threshold the setting of a business that goes before."""


def thresholds(given: Mapping[str, Scalar], beneath: Thresholds = USUAL) -> Thresholds:
    """What stands in `given` by its names, in bounds; the rest as it is beneath."""
    found = {one.name: given.get(one.name) for one in fields(Thresholds)}
    fit = {name: value for name, value in found.items() if fits(name, value)}
    return replace(beneath, **fit) if fit else beneath  # type: ignore[arg-type]


def own(settings: Mapping[str, Scalar], beneath: Thresholds) -> Thresholds:
    """What a business has set, on what is shipped."""
    return thresholds({name: settings.get(key) for name, key in SETTINGS.items()}, beneath)


def fits(name: str, value: Scalar) -> bool:
    """Whether a value is one for this threshold: a number in its bounds, whole where it counts."""
    whole = isinstance(getattr(USUAL, name), int)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        return False
    least, most = BOUNDS[name]
    return least <= value <= most
