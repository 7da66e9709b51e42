"""What a log may say of an exception: where and what kind, never the data it carries."""

import traceback
from pathlib import Path

from engine.errors import RatibaError

FRAMES = 6


def error_code(error: BaseException) -> str:
    """Return a stable code: the error's own, or its type."""
    return error.code if isinstance(error, RatibaError) else type(error).__name__


def trouble(error: BaseException) -> dict[str, str]:
    """Return fields for a log line.

    Only our own errors are quoted: others may repeat a customer's words or a row's contents.
    """
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    said = {"reason": str(error)} if isinstance(error, RatibaError) else {}
    return {"code": error_code(error), "where": where, **said}
