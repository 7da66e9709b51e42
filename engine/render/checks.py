"""What is wrong with a book of phrases, found without saying any."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Protocol

from jinja2 import nodes

from engine.render.entries import Entry, base_of, is_heard, is_label
from engine.render.errors import Fault
from engine.render.guard import read
from engine.render.heard import heard_faults
from engine.render.names import printed

MOST_LABEL = 20
"""Characters on a WhatsApp button."""
_ROLE = "role."
"""Before the names by which phrases speak of people: `role.staff`."""
_UNSPEAKABLE = "*_~`•#\n"
"""Marks of written chat that a voice would read aloud or stumble over."""


class Book(Protocol):
    """What the checks need of a phrase book."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Languages that the book speaks."""
        ...

    @property
    def phrases(self) -> frozenset[str]:
        """Every phrase id of any language."""
        ...

    def entry(self, locale: str, phrase: str) -> Entry | None:
        """The topmost text of a phrase in one language."""
        ...

    def heard(self, phrase: str) -> tuple[str, ...]:
        """The words that a list holds, in any language and every layer."""
        ...


def problems(book: Book, unread: Sequence[Fault], phrases: Iterable[str]) -> tuple[Fault, ...]:
    """Everything wrong with these phrases; `unread` is what had no usable form."""
    found = [fault for phrase in phrases for fault in _phrase(book, phrase)]
    return in_order((*unread, *found))


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults by phrase and language."""
    return tuple(sorted(faults, key=lambda fault: (fault.phrase, fault.locale)))


def _phrase(book: Book, phrase: str) -> Iterator[Fault]:
    if is_heard(phrase):
        yield from heard_faults(book, phrase)
        return
    if base_of(phrase) not in book.phrases:
        remedy = f"Write '{base_of(phrase)}' too, or correct the name."
        yield Fault(book.locales[0], phrase, "is said again, but never a first time", remedy)
    facts: dict[str, frozenset[str]] = {}
    for locale in book.locales:
        entry = book.entry(locale, phrase)
        if entry is None:
            remedy = f"Write it in '{locale}' too."
            yield Fault(locale, phrase, "is missing in this language", remedy)
            continue
        trees: list[nodes.Template | None] = []
        for source in entry.variants():
            tree, complaints = read(source)
            yield from (Fault(locale, phrase, *complaint) for complaint in complaints)
            yield from _roles(book, locale, phrase, tree)
            trees.append(tree)
        yield from _form(locale, phrase, entry)
        if all(trees):
            facts[locale] = frozenset().union(*(printed(tree) for tree in trees if tree))
    yield from _alike(book, phrase, facts)


def _roles(book: Book, locale: str, phrase: str, tree: nodes.Template | None) -> Iterator[Fault]:
    """Names of `role` that nobody has written: a slip would leave a gap in the sentence."""
    asked = {one.attr for one in tree.find_all(nodes.Getattr) if _of_role(one)} if tree else set()
    if not asked:
        return
    known = {one.removeprefix(_ROLE) for one in book.phrases if one.startswith(_ROLE)}
    for name in sorted(asked - known):
        meant = get_close_matches(name, known, 1)
        remedy = f"Write '{meant[0]}'." if meant else f"Write it in role.yaml: {name}: ..."
        yield Fault(locale, phrase, f"no role is called '{name}'", remedy)


def _of_role(node: nodes.Getattr) -> bool:
    return isinstance(node.node, nodes.Name) and f"{node.node.name}." == _ROLE


def _form(locale: str, phrase: str, entry: Entry) -> Iterator[Fault]:
    if not entry.text.strip():
        yield Fault(locale, phrase, "says nothing", "Write the words.")
    if is_label(phrase) and len(entry.text) > MOST_LABEL:
        long = f"'{entry.text}' ({len(entry.text)})"
        fault = f"says {long} in '{locale}', and {MOST_LABEL} characters fit on a button"
        yield Fault(locale, phrase, fault, "Say it shorter.")
    if is_label(phrase) and "{" in entry.text:
        yield Fault(locale, phrase, "is a button whose words change", "Write plain words.")
    if phrase.startswith(_ROLE) and "{" in entry.text:
        yield Fault(locale, phrase, "is a name whose words change", "Write plain words.")
    aloud = _read_aloud(entry)
    marks = [mark for mark in _UNSPEAKABLE if mark in aloud]
    if marks:
        shown = " ".join("a new line" if mark == "\n" else f"'{mark}'" for mark in marks)
        remedy = "Give it a 'voice:' in plain sentences."
        yield Fault(locale, phrase, f"would be read aloud with {shown}", remedy)


def _read_aloud(entry: Entry) -> str:
    """The fixed words of what a voice says."""
    tree, _ = read(entry.variant(spoken=True).strip())
    found = tree.find_all(nodes.TemplateData) if tree else ()
    return "".join(data.data for data in found)


def _alike(book: Book, phrase: str, facts: dict[str, frozenset[str]]) -> Iterator[Fault]:
    """Every language must show the same facts."""
    every = frozenset().union(*facts.values())
    for locale, shown in facts.items():
        for name in sorted(every - shown):
            slip, told = _slip(book, phrase, name, shown - _others(locale, facts))
            if slip:
                yield Fault(locale, phrase, f"prints {{{{ {slip} }}}}", f"Write '{name}'.")
            if slip or told:
                continue
            others = [other for other, theirs in facts.items() if name in theirs]
            fault = f"does not say {{{{ {name} }}}}, which '{others[0]}' says"
            yield Fault(locale, phrase, fault, "Say it in both, or in neither.")


def _others(locale: str, facts: dict[str, frozenset[str]]) -> frozenset[str]:
    """What other languages show."""
    return frozenset().union(*(shown for other, shown in facts.items() if other != locale))


def _slip(book: Book, phrase: str, name: str, own: frozenset[str]) -> tuple[str, bool]:
    """The slip that stands for `name` here; or whether `name` is itself the slip, told elsewhere.

    Of two names alike, the slip is the one that no other phrase knows.
    """
    near = next(iter(get_close_matches(name, own, 1)), "")
    if not near:
        return "", False
    mine, theirs = _is_usual(book, phrase, near), _is_usual(book, phrase, name)
    return (near if theirs and not mine else ""), mine and not theirs


def _is_usual(book: Book, phrase: str, name: str) -> bool:
    """Whether another phrase knows a name."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    entries = (book.entry(at, one) for at in book.locales for one in book.phrases if one != phrase)
    return any(word.search(source) for one in entries if one for source in one.variants())
