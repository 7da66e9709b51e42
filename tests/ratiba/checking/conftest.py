"""What is shipped, copied so that it can be changed, and checks of the copy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from ratiba.checking.outcome import Check, Told
from ratiba.checking.verdict import Checked


@dataclass
class Copy:
    """A copy of what is shipped, and a folder where checks of it are kept.

    Attributes:
        judged: how often something had to be found out.
    """

    root: Path
    home: Path
    judged: int = field(default=0, init=False)

    def check(self, *paths: Path, **more: object) -> Checked:
        """Check it; how long that took is no part of the outcome."""
        check = replace(Check(self.root, self.home, paths), **more)  # type: ignore[arg-type]
        return replace(check.outcome(self._progress()), prove_ms=0.0)

    def _progress(self) -> Callable[[], AbstractContextManager[Told]]:
        @contextmanager
        def begin() -> Iterator[Told]:
            self.judged += 1
            yield lambda words: None

        return begin

    def looks(self) -> set[str]:
        """What is kept."""
        return {path.name for path in (self.home / "looks").iterdir()}

    def write(self, file: str, old: str, new: str) -> None:
        """Change a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def copies(tmp_path: Path) -> Callable[[], Copy]:
    """Copies, each with a folder of its own; only proofs are those that this machine has kept."""
    kept = ROOT / ".ratiba" / "proofs"
    kept.mkdir(parents=True, exist_ok=True)

    def copy() -> Copy:
        place = tmp_path / str(len(list(tmp_path.iterdir())))
        for name in ("flows", "prompts", "verticals"):
            shutil.copytree(ROOT / name, place / "root" / name)
        (place / "root" / "flows" / "proved.json").unlink(missing_ok=True)
        (place / "home").mkdir()
        (place / "home" / "proofs").symlink_to(kept)
        return Copy(place / "root", place / "home")

    return copy


@pytest.fixture
def shipped(copies: Callable[[], Copy]) -> Copy:
    """One of them."""
    return copies()
