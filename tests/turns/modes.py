"""Every way of a model to fail, behind either provider, with a budget that runs out soon."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from re import sub

from pydantic import SecretStr

from engine.assembly.library import ROOT
from engine.settings import Settings
from sandbox.models.app import models_app
from sandbox.models.book import Mode, ModelsBook
from sandbox.serving import running
from tests.turns.conftest import open_spa
from tests.turns.spa import Spa

KEY = "model-key-canary"
FAILING = [mode for mode in Mode if mode is not Mode.GOOD]
PROVIDERS = ("openai", "anthropic")
SOON_S = 0.4


def hasty(folder: Path) -> Path:
    """A folder for RATIBA_MODELS: the shipped roles, whose models have hardly any time."""
    text = (ROOT / "models/roles.yaml").read_text("utf-8")
    text = sub(r"try_s: [0-9.]+", f"try_s: {SOON_S}", text)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roles.yaml").write_text(
        sub(r"total_s: [0-9.]+", f"total_s: {SOON_S}", text), "utf-8"
    )
    return folder


def keys(url: str, *providers: str) -> Mapping[str, object]:
    """Settings that lead to the stand-in as these providers."""
    every = {
        "openai": {"openai_api_key": SecretStr(KEY), "openai_base_url": f"{url}/v1"},
        "anthropic": {"anthropic_api_key": SecretStr(KEY), "anthropic_base_url": url},
    }
    return {name: value for one in providers for name, value in every[one].items()}


@asynccontextmanager
async def behind(
    settings: Settings, mode: Mode, *providers: str, models: Path | None = None
) -> AsyncIterator[tuple[Spa, ModelsBook]]:
    """A spa whose models are played by the stand-in, which behaves in this way."""
    book = ModelsBook({"openai": KEY, "anthropic": KEY}, mode)
    async with running(models_app(book)) as url:
        given = {**keys(url, *(providers or PROVIDERS)), "ratiba_models": models}
        async with open_spa(settings.model_copy(update=given)) as spa:
            yield spa, book
