"""`python -m ratiba.local down | purge`.

Stops what a killed run left behind; `purge` also deletes what lies outside the clone.
"""

import os
import shutil
import sys

from ratiba.local import users
from ratiba.local.embedded import stop_all
from ratiba.local.paths import Places, find_places
from ratiba.local.problem import LocalStoreError

USAGE = "usage: python -m ratiba.local down | purge"


def main(arguments: list[str]) -> int:
    """Run one verb; returns the exit code: 0 good, 1 a store could not be stopped, 2 usage."""
    if arguments not in (["down"], ["purge"]):
        sys.stderr.write(f"{USAGE}\n")
        return 2
    try:
        places = find_places()
        down(places)
        if arguments == ["purge"]:
            purge(places)
    except LocalStoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def down(places: Places) -> None:
    """Stop the embedded stores, whoever uses them."""
    if places.home.exists() or places.run.exists():
        with users.alone(places):
            stop_all(places)


def purge(places: Places) -> None:
    """Delete root's copies under /var/lib; the clone's own folder is the caller's to delete."""
    if os.geteuid() == 0:
        shutil.rmtree(places.neutral, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
