"""Tokens as providers count them, and what they cost."""

from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars a million tokens.

    Attributes:
        fresh: read anew. cached: read from the provider's cache. written: put into it.
        out: answered.
    """

    fresh: float
    cached: float
    written: float
    out: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one call used; no token is in two of them."""

    fresh: int = 0
    cached: int = 0
    written: int = 0
    out: int = 0

    @property
    def read(self) -> int:
        """All that went in."""
        return self.fresh + self.cached + self.written

    def cost(self, price: Price) -> float:
        """US dollars."""
        parts = (
            self.fresh * price.fresh,
            self.cached * price.cached,
            self.written * price.written,
            self.out * price.out,
        )
        return sum(parts) / MILLION
