"""Who uses the stores: each user holds a shared lock on a file.

The kernel drops it when the user ends, however that happens: there is no list to clean.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from ratiba.local.paths import Places, give, make_home
from ratiba.local.problem import LocalStoreError


@contextmanager
def alone(places: Places) -> Iterator[None]:
    """Hold the lock under which the stores are started and stopped.

    Raises:
        LocalStoreError: `home_not_ours`.
    """
    make_home(places)
    with _open(places.home / "lock", places) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def join(places: Places) -> BufferedRandom:
    """Become a user of the stores, until the file that is returned is closed.

    Raises:
        LocalStoreError: `home_not_ours`.
    """
    make_home(places)
    file = _open(places.home / "users", places)
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def is_last(file: BufferedRandom, places: Places) -> bool:
    """Whether nobody else uses the stores; asked under the lock, by a user who is leaving.

    False too when the home was deleted and made anew since: the stores are somebody else's now.
    """
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(file.fileno()), (places.home / "users").stat())
    except BlockingIOError:
        return False
    except FileNotFoundError:
        return True


def _open(path: Path, places: Places) -> BufferedRandom:
    try:
        file = path.open("a+b")
    except PermissionError as error:
        raise LocalStoreError(
            "home_not_ours",
            f"{places.home} belongs to uid {places.home.stat().st_uid}",
            "Run `make clean` as that user, or set RATIBA_HOME to a folder of yours.",
        ) from error
    give(path, places.home.stat().st_uid)
    return file
