"""A stand-in for models over HTTP, and those who ask it through the real SDKs."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from engine.assembly.library import ROOT
from engine.assembly.models.reading import read_models
from engine.clock import FixedClock
from engine.llm.asker import Asker
from engine.llm.classifier.model_classifier import ModelClassifier
from engine.llm.config import Models, Provider
from engine.llm.wires import Access, Wires
from sandbox.models.app import models_app
from sandbox.models.book import Mode, ModelsBook
from sandbox.serving import running

KEY = "key-of-a-test"
BOTH: tuple[Provider, ...] = ("openai", "anthropic")
NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """A server, and a process that asks it."""

    book: ModelsBook
    clock: FixedClock
    wires: Wires
    models: Models
    asker: Asker

    @property
    def classifier(self) -> ModelClassifier:
        return ModelClassifier(self.asker)

    def asked(self) -> list[str]:
        """The providers that were asked, in order."""
        return [one.provider for one in self.book.heard]


def shipped() -> Models:
    found = read_models(ROOT)
    assert isinstance(found, Models), found
    return found


def quick(models: Models, *, try_s: float, total_s: float = 6) -> Models:
    """The shipped roles, with other limits."""
    roles = {
        name: replace(role, try_s=try_s, total_s=total_s) for name, role in models.roles.items()
    }
    return replace(models, roles=roles)


@asynccontextmanager
async def scene(
    providers: tuple[Provider, ...] = BOTH,
    mode: Mode = Mode.GOOD,
    models: Models | None = None,
    keys: Mapping[str, str] | None = None,
) -> AsyncIterator[Scene]:
    """Serve, and have the roles played by these providers."""
    book = ModelsBook(dict(keys or {"openai": KEY, "anthropic": KEY}), mode)
    clock, models = FixedClock(NOW), models or shipped()
    async with running(models_app(book)) as url:
        urls = {"openai": f"{url}/v1", "anthropic": url}
        wires = Wires({name: Access(KEY, urls[name]) for name in providers})
        asker = Asker(models, wires, clock)
        try:
            await asker.open("intent_classifier")
            yield Scene(book, clock, wires, models, asker)
        finally:
            await wires.close()
