"""Which words the rules know: what another word may be said to mean."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from engine.nlu import words as tables
from engine.nlu.tokens import key
from engine.nlu.verbs import stem

_PLAIN = re.compile(r"(?<![~@\w])[^\W_]+(?:'[^\W_]+)?")
"""A word of a pattern: no stem, no class of words, no end of a message."""


def understands(word: str) -> bool:
    """Whether the rules know a word, or the verb that it is built on."""
    return key(word) in known_words() or stem(key(word)) is not None


@cache
def known_words() -> frozenset[str]:
    """Every word that is written in a table of `engine.nlu.words`, in whatever language."""
    names = (f"{tables.__name__}.{found.name}" for found in iter_modules(tables.__path__))
    found = (value for name in names for value in _tables(vars(import_module(name))))
    return frozenset(key(word) for word in found)


def _tables(module: dict[str, object]) -> Iterator[str]:
    """The words of a module's constants; its docstring is none."""
    for name, value in module.items():
        if name.isupper():
            yield from _words(value)


def _words(value: object) -> Iterator[str]:
    match value:
        case str():
            yield from _PLAIN.findall(value)
        case dict():
            for one in value.items():
                yield from _words(one)
        case tuple() | list() | set() | frozenset():
            for one in value:
                yield from _words(one)
