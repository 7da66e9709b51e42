"""What the web app needs from the rest of the house."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from engine.clock import Clock
from engine.model.message import DeliveryStatus, Inbound
from engine.model.payment import StkCallback
from engine.runtime.ingress import Receipt


class Ingress(Protocol):
    """The durable inbox."""

    async def store(self, pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        """Store all messages of one body in one transaction, and mark what statuses tell of.

        Raises:
            UnavailableError: nothing is stored; the provider is to send again.
        """
        ...


class PaymentCallbacks(Protocol):
    """Where answers of payment providers are kept and matched."""

    async def knows(self, token: str) -> bool:
        """Tell whether a token was given out by us.

        Raises:
            UnavailableError: it cannot be told; the provider is to send again.
        """
        ...

    async def take(self, token: str, callback: StkCallback | None, raw: str) -> bool:
        """Store a callback for good.

        Args:
            token: the random part of the path: names the attempt, and proves who calls.
            callback: None if the body was no STK callback.
            raw: the body, kept (in bounds) with a callback that belongs to nothing.

        Returns:
            Whether it belongs to an attempt; otherwise it was kept as unrouted.

        Raises:
            UnavailableError: nothing is stored; the provider is to send again.
        """
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at, with the remedy if it fails.

    Attributes:
        needed: without it this process serves nothing; what only makes it faster is told.
        note: what is told of it while it holds.
    """

    name: str
    ok: bool
    remedy: str = ""
    needed: bool = True
    note: str = "ok"


class Readiness(Protocol):
    """Whether this process can serve."""

    async def parts(self) -> Sequence[Part]:
        """Look at Postgres, how its schema stands to the code, and Redis if one is configured."""
        ...


class Drain:
    """Set once, when the process was asked to stop and finishes what it has."""

    def __init__(self) -> None:
        self._begun = False

    def begin(self) -> None:
        """Tell the balancer, over `/readyz`, to send no more."""
        self._begun = True

    @property
    def begun(self) -> bool:
        """Whether the process is stopping."""
        return self._begun


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the app is built from.

    Attributes:
        app_secret: of the Meta app; empty means that no webhook is authentic.
        verify_token: for the handshake; empty means that none succeeds.
        production: hides `/docs`.
    """

    ingress: Ingress
    payments: PaymentCallbacks
    readiness: Readiness
    clock: Clock
    app_secret: bytes = field(repr=False)
    verify_token: str = field(repr=False)
    production: bool = True
    drain: Drain = field(default_factory=Drain)
