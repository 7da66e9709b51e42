"""The wires to providers, imported and opened when somebody first asks."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.llm.config import PROVIDERS, Provider
from engine.llm.wire import Wire
from engine.settings import Settings


@dataclass(frozen=True, slots=True)
class Access:
    """How a provider is reached."""

    key: str = field(repr=False)
    base_url: str | None


def accesses(settings: Settings) -> Mapping[Provider, Access]:
    """The providers that there is a key for."""
    given = {
        "openai": (settings.openai_api_key, settings.openai_base_url),
        "anthropic": (settings.anthropic_api_key, settings.anthropic_base_url),
    }
    return {
        name: Access(key.get_secret_value(), given[name][1])
        for name in PROVIDERS
        if (key := given[name][0]) is not None
    }


class Wires:
    """One wire a provider, for the whole process."""

    def __init__(self, given: Mapping[Provider, Access]) -> None:
        self._given = given
        self._open: dict[Provider, Wire] = {}
        self._alone = asyncio.Lock()

    def has(self, provider: Provider) -> bool:
        """Whether there is a key."""
        return provider in self._given

    async def to(self, provider: Provider) -> Wire:
        """Open the wire, or give the open one; the SDK is imported beside the event loop."""
        async with self._alone:
            if provider not in self._open:
                access = self._given[provider]
                self._open[provider] = await asyncio.to_thread(_opened, provider, access)
            return self._open[provider]

    async def close(self) -> None:
        """Close every connection."""
        for wire in self._open.values():
            await wire.close()
        self._open.clear()


def _opened(provider: Provider, access: Access) -> Wire:
    """Import one SDK alone: each takes a second or two and much memory."""
    if provider == "openai":
        from engine.llm.openai_wire import OpenAIWire

        return OpenAIWire(access.key, access.base_url)
    from engine.llm.anthropic_wire import AnthropicWire

    return AnthropicWire(access.key, access.base_url)
