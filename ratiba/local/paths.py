"""Where the stores keep their data and their sockets."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ratiba.local.problem import GIVE_HOME, GIVE_RUN_DIR, LocalStoreError

CLONE = Path(__file__).resolve().parents[2]
SOCKET_PATH_MAX_BYTES = 103  # macOS allows 103, Linux 107
POSTGRES_SOCKET = ".s.PGSQL.5432"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one set of stores.

    Attributes:
        home: `.ratiba` of the clone, or RATIBA_HOME; data and locks.
        run: the sockets. Short, since a socket's path has a small limit; named after `home` alone,
            so that every shell finds it again, whatever its TMPDIR, even after `home` was deleted.
        neutral: programs and data for root whose clone the servers' account cannot reach.
    """

    home: Path
    run: Path
    neutral: Path

    @property
    def postgres_socket(self) -> Path:
        """Postgres listens here and nowhere else."""
        return self.run / POSTGRES_SOCKET

    @property
    def valkey_socket(self) -> Path:
        """Valkey listens here and nowhere else."""
        return self.run / "valkey.sock"


def find_places() -> Places:
    """The places that RATIBA_HOME and RATIBA_RUN_DIR name, else those of the clone.

    Raises:
        LocalStoreError: `run_dir_too_long`.
    """
    home = Path(os.environ.get("RATIBA_HOME") or _default_home()).resolve()
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    # Not TMPDIR: two shells of one user must agree.
    run = Path(os.environ.get("RATIBA_RUN_DIR") or f"/tmp/ratiba-{name}").absolute()  # noqa: S108
    places = Places(home=home, run=run, neutral=Path("/var/lib/ratiba") / name)
    if len(os.fsencode(places.postgres_socket)) > SOCKET_PATH_MAX_BYTES:
        raise LocalStoreError("run_dir_too_long", f"{run} is too long for a socket", GIVE_RUN_DIR)
    return places


def _default_home() -> Path:
    is_clone = (CLONE / "pyproject.toml").exists()
    return (CLONE if is_clone else Path.home()) / ".ratiba"


def make_home(places: Places) -> None:
    """Make the home; root makes it for the owner of the folder around it.

    Raises:
        LocalStoreError: `home_not_ours`.
    """
    if places.home.is_dir():
        return
    try:
        places.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fault = f"{places.home} cannot be made ({error.strerror})"
        raise LocalStoreError("home_not_ours", fault, GIVE_HOME) from error
    give(places.home, places.home.parent.stat().st_uid)


def give(path: Path, uid: int) -> None:
    """Let root hand a file over to the account that must be able to use it; others own theirs."""
    if os.geteuid() == 0:
        os.chown(path, uid, -1, follow_symlinks=False)


def make_run_folder(places: Places, uid: int) -> None:
    """Make the folder of the sockets, open to `uid` alone.

    Raises:
        LocalStoreError: `run_dir_not_ours`, also when somebody else made it or can enter it.
    """
    try:
        places.run.mkdir(mode=0o700)
    except FileExistsError:
        require_private(places, uid)
    except OSError as error:
        fault = f"{places.run} cannot be made ({error.strerror})"
        raise LocalStoreError("run_dir_not_ours", fault, GIVE_RUN_DIR) from error
    else:
        give(places.run, uid)


def require_private(places: Places, uid: int) -> None:
    """Refuse a socket folder that another account could have planted.

    Raises:
        LocalStoreError: `run_dir_not_ours`.
    """
    found = places.run.lstat()
    is_ours = found.st_uid in {uid, os.geteuid()} and not found.st_mode & 0o077
    if places.run.is_symlink() or not is_ours:
        fault = f"{places.run} belongs to uid {found.st_uid}, or is open to others"
        raise LocalStoreError("run_dir_not_ours", fault, f"Remove it. Or: {GIVE_RUN_DIR}")
