"""Logs of a process, as its settings and its verb want them."""

from typing import Literal

from pydantic import SecretStr

from engine.assembly.core import keyring
from engine.logs import configure_logs, logs_shape
from engine.settings import Settings

Level = Literal["debug", "info", "warning", "error"]


def start_logs(settings: Settings, quiet: Level | None = None) -> None:
    """Send logs to stderr, redacted.

    Args:
        settings: the level, the shape, and the secrets that may appear nowhere.
        quiet: the level of a verb that shows the conversation itself; RATIBA_LOG_LEVEL overrides.
    """
    said = "ratiba_log_level" in settings.model_fields_set
    configure_logs(
        shape=logs_shape(settings.ratiba_log_format, dev=settings.dev),
        level=settings.ratiba_log_level if said or quiet is None else quiet,
        key=keyring(settings).log_key,
        secrets=tuple(_secrets(settings)),
    )


def _secrets(settings: Settings) -> list[str]:
    values = (getattr(settings, name) for name in type(settings).model_fields)
    found = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
    return [key for value in found for key in value.split(",")]
