"""What became of a piece of a loop's work, as its log has it: trouble with one stops no other."""

from typing import Protocol

from engine.errors import DatabaseDown
from engine.logs import trouble


class Log(Protocol):
    """What lines are written to."""

    def warning(self, event: str, **fields: object) -> object:
        """Write that something is amiss that mends itself."""
        ...

    def error(self, event: str, **fields: object) -> object:
        """Write that something of ours failed."""
        ...


def report(log: Log, event: str, result: object, **fields: object) -> None:
    """Log what `asyncio.gather` gave in place of an exception; all is well with anything else.

    Args:
        log: of the loop.
        event: that it failed: `sweep.failed`.
        result: an exception, or whatever the work gave.
        fields: whose work it was.

    Raises:
        BaseException: the loop is told to stop.
    """
    match result:
        case DatabaseDown():
            log.warning("database.down", **fields)
        case Exception():
            log.error(event, **fields, **trouble(result))
        case BaseException():
            raise result
