"""Who plays the roles in a process: nobody where the environment has no key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.assembly.library import ROOT
from engine.assembly.models.reading import read_models
from engine.clock import Clock
from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.llm.config import CLASSIFIER, SHAPERS, SUMMARIZER, Models
from engine.llm.ports import Classifier, Rephraser, Summarizer
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.llm.asker import Asker


@dataclass(frozen=True, slots=True)
class Cast:
    """Who can be asked.

    Attributes:
        asker: None: nobody.
    """

    asker: "Asker | None" = None

    @property
    def classifier(self) -> Classifier | None:
        """The model behind the rules; None: rules alone."""
        if self.asker is None or not self.asker.plays(CLASSIFIER):
            return None
        from engine.llm.classifier.model_classifier import ModelClassifier

        return ModelClassifier(self.asker)

    @property
    def rephraser(self) -> Rephraser | None:
        """The model that may say replies in other words; None: all is said as it is written."""
        if self.asker is None or not any(map(self.asker.phrases, SHAPERS)):
            return None
        from engine.llm.rephrasing import ModelRephraser

        return ModelRephraser(self.asker)

    @property
    def summarizer(self) -> Summarizer | None:
        """The model that sums up briefings; None: they are sent as they are."""
        if self.asker is None or not self.asker.plays(SUMMARIZER):
            return None
        from engine.llm.summing import ModelSummarizer

        return ModelSummarizer(self.asker)


@asynccontextmanager
async def cast(settings: Settings, clock: Clock, root: Path = ROOT) -> AsyncIterator[Cast]:
    """Have the roles played while the block lasts.

    Without keys nothing is read, imported or opened. With one the SDKs of those whom a turn asks
    are imported now, so that no customer waits for them.

    Raises:
        ConfigError: what is written in `models/` is faulty.
    """
    if not keys(settings):
        yield Cast()
        return
    from engine.llm.asker import Asker
    from engine.llm.wires import Wires, accesses

    wires = Wires(accesses(settings))
    asker = Asker(written(settings, root), wires, clock)
    try:
        for role in filter(asker.plays, (CLASSIFIER, *SHAPERS)):
            await asker.open(role)
        yield Cast(asker)
    finally:
        await wires.close()


def written(settings: Settings, root: Path = ROOT) -> Models:
    """Give what `models/` says, with the files of RATIBA_MODELS over it.

    Raises:
        ConfigError: naming every fault.
    """
    found = read_models(root, settings.ratiba_models)
    if isinstance(found, Problems):
        raise ConfigError("models.invalid", str(found))
    return found


def keys(settings: Settings) -> tuple[str, ...]:
    """The providers that the environment has a key for."""
    given = {"openai": settings.openai_api_key, "anthropic": settings.anthropic_api_key}
    return tuple(name for name, key in given.items() if key is not None)
