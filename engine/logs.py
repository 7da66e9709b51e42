"""Structured logs through one redaction: no phone, no secret, no customer's words."""

import hashlib
import hmac
import logging
import re
import sys
import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from engine.errors import RatibaError

Format = Literal["json", "console"]

SECRET_KEYS = re.compile(
    r"secret|token|passw|passkey|authorization|credential|api_?key|access_?key|private|"
    r"^signature$|cookie|^pin$",
    re.IGNORECASE,
)
PERSON_KEYS = frozenset(
    {"phone", "customer", "customer_id", "recipient", "user_id", "wa_id", "msisdn", "sender"}
)
WORDS_KEYS = frozenset(
    {"text", "texts", "body", "words", "said", "reply", "content", "transcript", "name",
     "profile_name", "params", "payload"}
)  # fmt: skip
"""A customer's words and name are told by their length only."""

PHONE = re.compile(
    r"(?<![\w.])(?:\+\d[\d -]{7,17}\d|\+?254[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}"
    r"|0[17]\d{2}[ -]?\d{3}[ -]?\d{3}|\d{10,15})(?![\w])"
)
CHECKOUT = re.compile(r"(ws_CO_\d{14,})(?:254|0)?[17]\d{8}(?!\d)")
"""M-Pesa's id of a prompt: the moment, and the phone that it was shown on."""
BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}")
URL_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):([^/\s@]+)@")
SUSPECT = re.compile(r"(?i)\b(?:bearer|basic)\s|://|\d[\d -]{7}")
"""What every text has that one of the three above changes: most texts are looked at once."""
FRAMES = 6
"""Innermost calls that a line about an exception names."""
HIDDEN = "***"
KENYA = "254"


def customer_code(phone: str, key: bytes) -> str:
    """Return the id a customer goes by in logs: `c_` and ten hex digits, the same for all
    spellings of one phone (`0712...`, `254712...`, `+254 712...`).
    """  # noqa: D205
    digits = re.sub(r"\D", "", phone) if PHONE.fullmatch(phone) else ""
    national = digits.startswith("0") and not phone.startswith("+")
    spelled = (KENYA + digits[1:] if national else digits) or phone
    return "c_" + hmac.new(key, spelled.encode(), hashlib.sha256).hexdigest()[:10]


class Redactor:
    """The processor that every line passes, after exceptions were made text.

    Attributes:
        key: makes customers' codes; from the secret key, so that codes cannot be guessed.
        secrets: values that may appear nowhere, wherever they come from.
    """

    def __init__(self, key: bytes, secrets: tuple[str, ...] = ()) -> None:
        self._key = key
        self._secrets = tuple(secret for secret in secrets if len(secret) >= 6)  # noqa: PLR2004

    def __call__(self, _logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
        """Return the line with everything personal or secret replaced."""
        return {name: self._field(name, value) for name, value in line.items()}

    def _field(self, name: str, value: object) -> object:
        if _is_secret(name) and not isinstance(value, bool):
            return HIDDEN
        if name in PERSON_KEYS and isinstance(value, str | int):
            return customer_code(str(value), self._key)
        if name in WORDS_KEYS:
            return f"<{len(value)} chars>" if isinstance(value, str) else HIDDEN
        return self._value(value)

    def _value(self, value: object) -> object:
        if value is None or isinstance(value, bool | float):
            return value
        if isinstance(value, int):
            return self._text(str(value)) if len(str(abs(value))) >= 12 else value  # noqa: PLR2004
        if isinstance(value, Mapping):
            return {str(key): self._field(str(key), item) for key, item in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._value(item) for item in value]
        return self._text(str(value))

    def _text(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        if SUSPECT.search(text) is None:
            return text
        text = URL_PASSWORD.sub(rf"\1:{HIDDEN}@", BEARER.sub(rf"\1 {HIDDEN}", text))
        text = CHECKOUT.sub(rf"\1{HIDDEN}", text)
        return PHONE.sub(lambda found: customer_code(found.group(), self._key), text)


@lru_cache(maxsize=1024)
def _is_secret(name: str) -> bool:
    return SECRET_KEYS.search(name) is not None


def error_code(error: BaseException) -> str:
    """Return a stable code: the error's own, or its type."""
    return error.code if isinstance(error, RatibaError) else type(error).__name__


def trouble(error: BaseException) -> dict[str, str]:
    """Return fields for a line about an exception: what kind and where, never the data it carries.

    Only our own errors are quoted: others may repeat a customer's words or a row's contents.
    """
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    quoted = {"reason": str(error)} if isinstance(error, RatibaError) else {}
    return {"code": error_code(error), "where": where, **quoted}


def _exceptions(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Turn `exc_info` into those fields."""
    given = line.pop("exc_info", None)
    if isinstance(given, tuple):
        given = given[1]
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    return line if error is None else {**line, **trouble(error)}


def configure_logs(
    *,
    shape: Format,
    level: str = "info",
    key: bytes = b"ratiba",
    secrets: tuple[str, ...] = (),
) -> None:
    """Send every line, ours and the libraries', to stderr through the redaction.

    Args:
        shape: `json`, one object a line; `console`, coloured for people.
        level: the lowest level shown.
        key: makes customers' codes; derived from RATIBA_SECRET_KEY.
        secrets: values that may not appear in any line.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.StackInfoRenderer(),
        _exceptions,
        Redactor(key, secrets),
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer()
        if shape == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    _adopt_libraries(shared, renderer, level)


def _adopt_libraries(shared: list[Processor], renderer: Processor, level: str) -> None:
    """Give the standard library's loggers (uvicorn, psycopg, ...) the same way out.

    From warnings on: below, they tell of every statement, request and transition.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level.upper()]))


def logs_shape(wanted: Literal["auto", "json", "console"], *, dev: bool) -> Format:
    """Return `json` unless a person is watching: dev, on a terminal."""
    if wanted == "auto":
        return "console" if dev and sys.stderr.isatty() else "json"
    return wanted
