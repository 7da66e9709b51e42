"""Word patterns that are cues of an act, compiled once and matched from every word.

A pattern is words with a space between: `a|b` either, `word?` may be missing, `..` up to three
words of any kind, `^` and `$` the ends of the message, `@name` a class of words, `~stem` a Swahili
verb with whatever is built onto it, `@role` whatever those who serve are called.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.lists import word_set

_GAP = 3
_START, _END, _ANYTHING, _ROLE = "^", "$", "..", "@role"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that fit it."""

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    gap: bool = False
    end: bool = False
    role: bool = False

    def bends(self, message: Message, at: int) -> bool:
        """Whether a word that is none of `words` stands well in this place all the same."""
        if self.stems and stem(message.keys[at]) in self.stems:
            return True
        return self.role and at in message.serving


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern with what it means and how surely."""

    act: str
    confidence: float
    elements: tuple[Element, ...]
    at_start: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in tokens `start` to `end` (exclusive)."""

    cue: Cue
    start: int
    end: int


class Cues:
    """A set of cues, by the words and stems they may begin with."""

    def __init__(
        self, table: Iterable[tuple[str, float, str]], classes: Mapping[str, Iterable[str]]
    ) -> None:
        """Compile a table of (act, confidence, patterns one a line)."""
        self._by_word: dict[str, list[Cue]] = {}
        self._by_stem: dict[str, list[Cue]] = {}
        self._by_role: list[Cue] = []
        known = {name: frozenset(words) for name, words in classes.items()}
        for act, confidence, patterns in table:
            for line in patterns.strip().splitlines():
                for cue in _compiled(act, confidence, line.split(), known):
                    self._file(cue)

    def _file(self, cue: Cue) -> None:
        for word in cue.elements[0].words:
            self._by_word.setdefault(word, []).append(cue)
        if cue.elements[0].role:
            self._by_role.append(cue)
        for name in cue.elements[0].stems:
            self._by_stem.setdefault(name, []).append(cue)

    def matches(self, message: Message) -> list[Match]:
        """Every cue found, from left to right."""
        found = []
        for at in range(len(message)):
            key = message.keys[at]
            cues = self._by_word.get(key, ())
            if at in message.serving:
                cues = (*cues, *self._by_role)
            verb = stem(key) if message.tokens[at].word else None
            if verb:
                cues = (*cues, *self._by_stem.get(verb, ()))
            for cue in cues:
                end = _match(cue, message, at)
                if end is not None:
                    found.append(Match(cue, at, end))
        return found


def _compiled(
    act: str, confidence: float, places: list[str], classes: Mapping[str, frozenset[str]]
) -> Iterable[Cue]:
    """The cue with each optional word there or not."""
    choices = [(place.rstrip("?"), None) if place.endswith("?") else (place,) for place in places]
    for chosen in product(*choices):
        written = [place for place in chosen if place]
        at_start = written[0] == _START
        elements = tuple(_element(place, classes) for place in written[at_start:])
        yield Cue(act, confidence, elements, at_start)


def _element(place: str, classes: Mapping[str, frozenset[str]]) -> Element:
    if place == _ANYTHING:
        return Element(gap=True)
    if place == _END:
        return Element(end=True)
    words: set[str] = set()
    stems: set[str] = set()
    for one in place.split("|"):
        if one == _ROLE:
            continue
        members = classes[one[1:]] if one.startswith("@") else {one}
        words |= {m for m in members if not m.startswith("~")}
        stems |= {m[1:] for m in members if m.startswith("~")}
    return Element(frozenset(words), frozenset(stems), role=_ROLE in place.split("|"))


def _match(cue: Cue, message: Message, at: int) -> int | None:
    """The token behind the cue if it stands at `at`."""
    if cue.at_start and not leads(message, at):
        return None
    return _rest(cue.elements, 0, message, at)


def _rest(elements: tuple[Element, ...], index: int, message: Message, at: int) -> int | None:
    while index < len(elements):
        element = elements[index]
        if element.end:
            return at if closes(message, at) else None
        if element.gap:
            return _over_gap(elements, index + 1, message, at)
        if message.keys[at] not in element.words and not element.bends(message, at):
            return None
        index, at = index + 1, at + 1
    return at


def _over_gap(elements: tuple[Element, ...], index: int, message: Message, at: int) -> int | None:
    for skipped in range(_GAP + 1):
        if at + skipped > len(message):
            return None
        end = _rest(elements, index, message, at + skipped)
        if end is not None:
            return end
    return None


def leads(message: Message, at: int) -> bool:
    """Whether only marks and fillers stand before `at`."""
    return all(not t.word or t.key in FILLERS for t in message.tokens[:at])


def closes(message: Message, at: int) -> bool:
    """Whether only marks and fillers stand from `at` on."""
    return all((not t.word and t.number is None) or t.key in FILLERS for t in message.tokens[at:])


FILLERS = word_set(
    """
    please pls plz kindly tafadhali pliz dear sir madam maam boss bro sis bana jamani hun babe
    just so well um uh oh hey hi hello ai then now and very much sana kabisa tu my friend mate
    thanks asante ok okay actually sorry
    """
)
"""Words around an answer that change nothing of it."""
