"""`starting Postgres ... 0.4 s`: what the command is busy with, and how long it took."""

import sys
from time import perf_counter
from types import TracebackType
from typing import Self, TextIO


class Progress:
    """One line for each thing that takes time; the time is written when the next one begins.

    Args:
        quiet: say nothing, for `--json`.
    """

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._began = 0.0

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
        self._began = perf_counter()
        self._write(f"{line} ... ")

    def again(self, line: str) -> None:
        """Tell how far it has come, over what was told before: `proving 12 of 20 flows`.

        Where nobody looks on, only the first is written.
        """
        if not self._began:
            self(line)
        elif self._stream.isatty():
            self._write(f"\r\x1b[K{line} ... ")

    def done(self, word: str = "") -> None:
        """End what was begun, if anything was."""
        if self._began:
            took = f"{perf_counter() - self._began:.1f} s"
            self._write(f"{word or took}\n")
        self._began = 0.0

    def _write(self, text: str) -> None:
        if not self._quiet:
            self._stream.write(text)
            self._stream.flush()
