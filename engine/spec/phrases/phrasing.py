"""The phrases of all files, with where each was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias

from engine.document.once import once
from engine.document.place import Place, top
from engine.document.problem import Faults, Problems
from engine.document.tree import Document, Table
from engine.model.flow import Origin
from engine.spec.language.conform import SHOWN, conform, refuse
from engine.spec.language.vocabulary import PHRASE_FILE
from engine.spec.language.wanted import complaint

Words: TypeAlias = str | Mapping[str, str]
"""A template, or `{text: ..., voice: ...}`."""
VOICE = ".voice"
"""What follows a language where words are for ears."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What is written in phrase files and flows.

    Attributes:
        texts: language -> phrase id -> words.
        origins: (language, phrase id) -> its file and line.
        broken: (language, phrase id) of what is no phrase; that has been told.
    """

    texts: dict[str, dict[str, Words]] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)

    def put(self, locale: str, phrase: str, words: Words, at: Origin) -> None:
        """Keep the words of one phrase."""
        self.texts.setdefault(locale, {})[phrase] = words
        self.origins[locale, phrase] = at

    def add(self, other: "Phrasing") -> None:
        """Take in what another file of the same layer says."""
        for locale, texts in other.texts.items():
            self.texts.setdefault(locale, {}).update(texts)
        self.origins.update(other.origins)
        self.broken.update(other.broken)

    def over(self, above: "Phrasing") -> None:
        """Lay the phrases of an upper layer on these."""
        for locale, texts in above.texts.items():
            self.texts.setdefault(locale, {}).update(texts)
            self.broken.difference_update((locale, phrase) for phrase in texts)
        self.origins.update(above.origins)
        self.broken.update(above.broken)


def read_phrases(documents: Iterable[Document], faults: Faults) -> Phrasing:
    """Return the phrases of `prompts/<language>/<flow>.yaml` files."""
    found = Phrasing()
    for document in documents:
        mine, problems = _written(document)
        faults.take(problems)
        found.add(mine)
    return found


@once
def _written(document: Document) -> tuple[Phrasing, Problems]:
    """The phrases of one file; not to be changed."""
    root, found, faults = top(document.root), Phrasing(), Faults()
    if isinstance(root.node, Table):
        _read(root, PurePosixPath(document.file), found, faults)
    else:
        refuse(root, PHRASE_FILE, faults)
    return found, faults.problems()


def _read(root: Place, path: PurePosixPath, found: Phrasing, faults: Faults) -> None:
    locale = path.parent.name
    for name, place in root.items():
        phrase, mine = f"{path.stem}.{name}", Faults()
        conform(place, PHRASE_FILE.value, mine)
        if not PHRASE_FILE.key.fits(name):
            at = root.key_at(name)
            fault, remedy = complaint(PHRASE_FILE.key, name)
            mine.add(at, "", f"'{name[:SHOWN]}' {fault}", remedy)
        faults.take(mine.problems())
        if len(mine):
            found.broken.add((locale, phrase))
        else:
            found.put(locale, phrase, _words(place), root.key_at(name))


def _words(place: Place) -> Words:
    return place.text or {key: text.text for key, text in place.items()}


def take_own(phrasing: Phrasing, flow: str, root: Place, below: Phrasing, faults: Faults) -> None:
    """Add the phrases that a flow or overlay brings along under `phrases`.

    Args:
        phrasing: of its layer, which grows.
        flow: whose phrases they are: `summary` is `booking.summary`, and `confirm.stop`
            the button `booking.confirm.stop`.
        root: the document.
        below: of the layers beneath: a voice alone keeps the words written there.
        faults: a voice without words anywhere is noted here.
    """
    section = root.get("phrases")
    for name, place in section.items() if section else ():
        phrase = f"{flow}.{name.removeprefix(f'{flow}.')}"
        texts = {key: text.text for key, text in place.items() if text.text}
        for locale in dict.fromkeys(key.removesuffix(VOICE) for key in texts):
            known = (one.texts.get(locale, {}).get(phrase) for one in (phrasing, below))
            written = texts.get(locale) or next(filter(None, map(_for_eyes, known)), None)
            if written is None:
                fault = f"has a voice in '{locale}' and no words"
                faults.add(place.at, place.key, fault, f"Write {locale}: ... as well")
                continue
            voice = texts.get(f"{locale}{VOICE}")
            words: Words = {"text": written, "voice": voice} if voice else written
            phrasing.put(locale, phrase, words, place.at)


def _for_eyes(words: Words | None) -> str | None:
    return words if isinstance(words, str) or words is None else words["text"]
