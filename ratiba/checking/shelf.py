"""Proofs that were made before, kept by the hash of all that went into them."""

import pickle
from pathlib import Path
from typing import TypeVar

PROOFS, LOOKS = "proofs", "looks"
"""Folders: of what was explored and proved, and of what checks came to."""
MOST = 4000
"""Files kept, 20 KB each; those not used for longest make room."""

Found = TypeVar("Found")


class Shelf:
    """A folder of ours with one file a proof; what cannot be read is made again."""

    def __init__(self, home: Path, folder: str = PROOFS, *, blind: bool = False) -> None:
        """Keep proofs below `home`, the run directory; blind to those that are there already."""
        self._folder = home / folder
        self._blind = blind

    def take(self, key: str, kind: type[Found]) -> Found | None:
        """Return what is kept under a hash, if it is of that kind; using it keeps it."""
        path = self._folder / key
        if self._blind:
            return None
        try:
            found = pickle.loads(path.read_bytes())  # noqa: S301 - our own folder
            path.touch()
        except Exception:  # noqa: BLE001 - whatever is wrong with a kept file, it is made again
            return None
        return found if isinstance(found, kind) else None

    def keep(self, key: str, thing: object) -> None:
        """Keep something under a hash; a full or closed disk only costs time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self._folder / f"{key}.{id(thing)}.part"
            beside.write_bytes(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
            beside.replace(self._folder / key)
            self._make_room()
        except OSError:
            return

    def _make_room(self) -> None:
        files = list(self._folder.iterdir())
        if len(files) <= MOST:
            return
        for path in sorted(files, key=lambda path: path.stat().st_mtime)[: len(files) - MOST]:
            path.unlink(missing_ok=True)
