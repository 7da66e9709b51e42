"""Word patterns that are cues of an act, compiled once and matched from every word.

A pattern is words with a space between: `a|b` either, `word?` may be missing, `..` up to three
words of any kind, `^` and `$` the ends of the message, `@name` a class of words, `~stem` a Swahili
verb with whatever is built onto it, `~!stem` the same where it refuses, `@role` whatever those who
serve are called.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative, stem

_SAID = lists("both/fillers")
FILLERS = _SAID.words("around")
"""Words around an answer that change nothing of it."""
_WITHIN = _SAID.words("within")
"""Words that may stand between two of a pattern: "are you truly a person"."""

_GAP = 3
_START, _END, _ANYTHING, _ROLE = "^", "$", "..", "@role"
_DENIED = "~!"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that fit it.

    Attributes:
        stems: verbs, whatever is built onto them; `denied`: only where they refuse.
        end: the end of the message fits as well. bending: so may other words than `words`.
    """

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    gap: bool = False
    end: bool = False
    role: bool = False
    bending: bool = False

    def bends(self, message: Message, at: int) -> bool:
        """Whether a word that is none of `words` stands well in this place all the same."""
        if self.stems and stem(message.keys[at]) in self.stems:
            return True
        if self.denied and negative(message.keys[at]) and stem(message.keys[at]) in self.denied:
            return True
        return self.role and at in message.serving


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern with what it means and how surely.

    Attributes:
        second: the words that must follow the first; `beyond`: of which one must stand behind the
            first gap. None: more than words fits there.
    """

    act: str
    confidence: float
    elements: tuple[Element, ...]
    at_start: bool
    second: frozenset[str] | None = None
    beyond: frozenset[str] | None = None


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
        for name in cue.elements[0].stems | cue.elements[0].denied:
            self._by_stem.setdefault(name, []).append(cue)

    def matches(self, message: Message) -> list[Match]:
        """Every cue found, from left to right."""
        found = []
        head, said = _head(message), frozenset(message.keys)
        for at in range(len(message)):
            following = _following(message, at + 1)
            for cue in self._of(message, at):
                if cue.at_start and at > head:
                    continue
                if cue.second is not None and not cue.second & following:
                    continue
                if cue.beyond is not None and not cue.beyond & said:
                    continue
                end = _rest(cue.elements, 0, message, at)
                if end is not None:
                    found.append(Match(cue, at, end))
        return found

    def _of(self, message: Message, at: int) -> Iterable[Cue]:
        """The cues that may begin at a token."""
        key = message.keys[at]
        cues: Iterable[Cue] = self._by_word.get(key, ())
        if at in message.serving:
            cues = (*cues, *self._by_role)
        verb = stem(key) if message.tokens[at].word else None
        return (*cues, *self._by_stem.get(verb, ())) if verb else cues


def _compiled(
    act: str, confidence: float, places: list[str], classes: Mapping[str, frozenset[str]]
) -> Iterable[Cue]:
    """The cue with each optional word there or not."""
    choices = [(place[:-1], None) if _may_be_missing(place) else (place,) for place in places]
    for chosen in product(*choices):
        written = [place for place in chosen if place]
        at_start = written[0] == _START
        elements = tuple(_element(place, classes) for place in written[at_start:])
        yield Cue(act, confidence, elements, at_start, _second(elements), _beyond(elements))


def _second(elements: tuple[Element, ...]) -> frozenset[str] | None:
    return _words(elements[1]) if len(elements) > 1 and not elements[1].gap else None


def _beyond(elements: tuple[Element, ...]) -> frozenset[str] | None:
    gap = next((at for at, element in enumerate(elements) if element.gap), len(elements))
    behind = next((element for element in elements[gap:] if not element.gap), None)
    return _words(behind) if behind else None


def _words(element: Element) -> frozenset[str] | None:
    """The words of a place that nothing else fits."""
    open_ = element.end or element.stems or element.denied or element.role
    return None if open_ else element.words


def _may_be_missing(place: str) -> bool:
    """Whether a place is marked so: a mark of its own is the question mark itself."""
    return place.endswith("?") and not place.endswith("|?") and place != "?"


def _element(place: str, classes: Mapping[str, frozenset[str]]) -> Element:
    if place == _ANYTHING:
        return Element(gap=True)
    words: set[str] = set()
    stems: set[str] = set()
    denied: set[str] = set()
    for one in place.split("|"):
        if one in {_ROLE, _END}:
            continue
        members = classes[one[1:]] if one.startswith("@") else {one}
        words |= {m for m in members if not m.startswith("~")}
        stems |= {m[1:] for m in members if m.startswith("~") and not m.startswith(_DENIED)}
        denied |= {m.removeprefix(_DENIED) for m in members if m.startswith(_DENIED)}
    several = place.split("|")
    return Element(
        frozenset(words),
        frozenset(stems),
        frozenset(denied),
        end=_END in several,
        role=_ROLE in several,
        bending=bool(stems or denied) or _ROLE in several,
    )


def _head(message: Message) -> int:
    """The first token that counts: only marks and fillers stand before it."""
    for at, token in enumerate(message.tokens):
        if token.word and token.key not in FILLERS:
            return at
    return len(message)


def _rest(elements: tuple[Element, ...], index: int, message: Message, at: int) -> int | None:
    while index < len(elements):
        element = elements[index]
        if element.gap:
            return _over_gap(elements, index + 1, message, at)
        key = message.keys[at]
        if key in _WITHIN and index and key not in element.words:
            at = _passed(message, at)
            key = message.keys[at]
        if key not in element.words and not (element.bending and element.bends(message, at)):
            return at if element.end and closes(message, at) else None
        index, at = index + 1, at + 1
    return at


def _following(message: Message, at: int) -> set[str]:
    """The word there, and the first behind it that changes something."""
    key = message.keys[at]
    return {key, message.keys[_passed(message, at)]} if key in _WITHIN else {key}


def _passed(message: Message, at: int) -> int:
    """The first token from `at` on that changes something."""
    while message.keys[at] in _WITHIN:
        at += 1
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
