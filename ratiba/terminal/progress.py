"""`starting Postgres ... 0.4 s`: what the command is busy with, and how long it took."""

import sys
from collections.abc import Callable
from time import perf_counter
from types import TracebackType
from typing import Self, TextIO

EVERY_S = 5.0
"""Between two lines for a log."""


class Progress:
    """One line for each thing that takes time; the time is written when the next one begins.

    Args:
        quiet: for `--json`: say nothing, but how far long work has come.
        stream: where to; None: stderr.
        now: seconds of a clock that only goes on.
    """

    def __init__(
        self,
        *,
        quiet: bool = False,
        stream: TextIO | None = None,
        now: Callable[[], float] = perf_counter,
    ) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._now = now
        self._began = 0.0
        self._counts = False
        self._told: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the last line: with its time, or without where it broke off."""
        if kind is None:
            self.done()
        elif self._began:
            self._write("\n")

    def __call__(self, line: str) -> None:
        """Begin something: `starting Postgres`."""
        self.done()
        self._began = self._now()
        self._write(f"{line} ... ")

    def again(self, line: str) -> None:
        """Tell how far it has come, over what was told before: `proving 12 of 20 flows`.

        Where nobody looks on, in a line of its own, now and then: quick work is done in silence.
        """
        if not self._counts:
            self.done()
        if self._quiet or not self._stream.isatty():
            self._now_and_then(line)
        elif self._began:
            self._write(f"\r\x1b[K{line} ... ")
        else:
            self(line)
            self._counts = True

    def _now_and_then(self, line: str) -> None:
        now = self._now()
        if self._told is None:
            self._told = now
        elif now - self._told >= EVERY_S:
            self._told = now
            self._stream.write(f"ratiba: {line}\n")
            self._stream.flush()

    def done(self, word: str = "") -> None:
        """End what was begun, if anything was."""
        if self._began:
            took = f"{self._now() - self._began:.1f} s"
            self._write(f"{word or took}\n")
        self._began, self._counts = 0.0, False

    def _write(self, text: str) -> None:
        if not self._quiet:
            self._stream.write(text)
            self._stream.flush()
