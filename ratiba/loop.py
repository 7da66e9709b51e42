"""The event loop of a verb."""

import asyncio
import gc
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

SELDOM = (10_000, 20, 20)
"""New objects until garbage is looked for, and how often older ones are: a turn makes thousands and
leaves hardly a ring of them. Python's own numbers cost a tenth of a turn."""
T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; an error that task groups have wrapped is raised as itself."""
    collect_again()
    with unwrapped(), asyncio.Runner(loop_factory=_quickest()) as runner:
        return runner.run(work)


def _quickest() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop, where uvicorn brought it: a turn takes a seventh less CPU. None: Python's own."""
    with suppress(ImportError):
        import uvloop

        return uvloop.new_event_loop
    return None


def collect_again() -> None:
    """Collect garbage from here on: the verb's imports, which make none, are done."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


@contextmanager
def unwrapped() -> Iterator[None]:
    """Raise the first error of a group in the group's place."""
    try:
        yield
    except BaseExceptionGroup as group:
        raise _leaf(group) from None


def _leaf(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
