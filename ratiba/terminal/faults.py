"""What a person sees when something goes wrong: one line, with what to do about it."""

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from engine.errors import ConfigError, InputError, RatibaError

GOOD, FINDINGS, USAGE = 0, 1, 2
"""Exit codes of every verb."""

TRACE_FILE = "trace.txt"
RED, YELLOW, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"


def say_fault(message: str) -> None:
    """Write one line on stderr, `ratiba:` in red on a terminal."""
    _say(message, RED)


def say_warning(message: str) -> None:
    """Write one line on stderr that stops nothing, `ratiba:` in yellow on a terminal."""
    _say(message, YELLOW)


def _say(message: str, colour: str) -> None:
    coloured = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    head = f"{colour}ratiba:{PLAIN}" if coloured else "ratiba:"
    sys.stderr.write(f"{head} {' '.join(message.split())}\n")


def exit_code(error: RatibaError) -> int:
    """2 for what the caller wrote wrongly, 1 for everything else."""
    return USAGE if isinstance(error, ConfigError | InputError) else FINDINGS


def last_words(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """The hook for faults of ours: one line on the terminal, the trace in a file."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("\n")
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    where = _keep(text)
    if os.environ.get("RATIBA_TRACE") or where is None:
        sys.stderr.write(text)
        return
    said = " ".join(str(error).split())[:200]
    say_fault(f"something of ours failed: {kind.__name__}: {said}. The trace is in {where}.")


def _keep(text: str) -> Path | None:
    home = Path(os.environ.get("RATIBA_HOME") or ".ratiba")
    path = home / TRACE_FILE
    try:
        home.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")
    except OSError:
        return None
    return path
