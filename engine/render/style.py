"""How things are shown in one reply: language, ears or eyes, seen from which day."""

from dataclasses import dataclass, field
from datetime import date

from engine.model.facts import Kinds
from engine.render.english import English
from engine.render.swahili import Swahili
from engine.render.tongue import Tongue

_TONGUES: dict[str, Tongue] = {"en": English(), "sw": Swahili()}
SPOKEN_CHANNELS = frozenset({"voice"})
"""Channels whose replies are heard, not read."""


@dataclass(frozen=True, slots=True)
class Style:
    """Fixed for one reply.

    Attributes:
        spoken: for ears: everything in words.
        today: the date at the business.
        kinds: of facts by name.
    """

    locale: str
    spoken: bool
    today: date
    kinds: Kinds = field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """The language; English where we do not speak the locale's."""
        return _TONGUES.get(self.locale, _TONGUES["en"])
