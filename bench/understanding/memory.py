"""What the data of the languages weighs, in a process that has not met it yet."""

import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from typing import NamedTuple

_KIB = 1024
_BESIDES = ("engine.model.understanding", "rapidfuzz.distance", "phonenumbers", "unicodedata")
"""What understanding uses and others use as well: not counted."""


class Weight(NamedTuple):
    """KiB of Python objects.

    Attributes:
        words: the tables of both languages and the code that reads them.
        names: the index of one business's names.
        heard: what is kept after every utterance of the set: mended words, looked-up keys.
    """

    words: int
    names: int
    heard: int


def weighed() -> Weight:
    """Weigh in a fresh process, since this one has read everything already."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(weigh).result()


def weigh() -> Weight:
    """Weigh in this process, which must not have imported `engine.nlu`."""
    for module in _BESIDES:
        import_module(module)
    tracemalloc.start()
    try:
        import_module("engine.nlu.rules")
        words = _held()
        from bench.listener import listener
        from bench.said import SAID

        ours = listener()
        before = _held()
        ours.hear("hello")
        indexed = _held()
        for text in SAID:
            ours.hear(text)
        return Weight(*(size // _KIB for size in (words, indexed - before, _held() - indexed)))
    finally:
        tracemalloc.stop()


def _held() -> int:
    return tracemalloc.get_traced_memory()[0]
