"""Both stand-ins for the providers, inside this process, on loopback."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from pydantic import SecretStr

from engine.clock import Clock
from engine.settings import Settings
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import running

WEBHOOK = "/webhooks/whatsapp"


@dataclass(frozen=True, slots=True)
class Sandboxes:
    """What stands in for Meta and for Safaricom."""

    graph: GraphBook
    graph_url: str
    daraja: DarajaBook
    daraja_url: str

    def admit(self, name: str, held: Mapping[str, str]) -> None:
        """Take a business's own credentials, by name; those of the last one that has any count.

        Of shortcodes there may be many. One without credentials is not served by the sandboxes.
        """
        if not held.get("whatsapp_token"):
            return
        self.graph.access_token = held["whatsapp_token"]
        merchant = Merchant(name, held.get("mpesa_passkey", ""))
        self.daraja.merchants[held.get("mpesa_shortcode", "")] = merchant
        consumer = held.get("mpesa_consumer_key", ""), held.get("mpesa_consumer_secret", "")
        self.daraja.credentials = consumer

    def over(self, settings: Settings, public_url: str) -> Settings:
        """The settings with which the product talks to these instead of the providers."""
        self.graph.webhook_url = public_url + WEBHOOK
        return settings.model_copy(
            update={
                "whatsapp_api_base": self.graph_url,
                "daraja_api_base": self.daraja_url,
                "ratiba_public_url": public_url,
                "whatsapp_app_secret": SecretStr(self.graph.app_secret.decode()),
            }
        )


@asynccontextmanager
async def sandboxes(
    clock: Clock, app_secret: str, ports: tuple[int, int] = (0, 0)
) -> AsyncIterator[Sandboxes]:
    """Serve both while the block lasts; nobody is admitted yet.

    Args:
        clock: what they stamp things with.
        app_secret: signs the webhooks.
        ports: of Graph and Daraja; 0 takes a free one.
    """
    graph = GraphBook(clock, "", app_secret.encode())
    daraja = DarajaBook(clock, {}, ("", ""))
    async with (
        running(graph_app(graph), ports[0]) as graph_url,
        running(daraja_app(daraja), ports[1]) as daraja_url,
    ):
        yield Sandboxes(graph, graph_url, daraja, daraja_url)
