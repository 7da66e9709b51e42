"""A business's own wordings of phrases, one by one: a layer above its documents.

Nobody proves them where they are read, so each may only say what the wording beneath it says,
which was proved: the same facts, shown alike, and none taken to be there that may be missing.
Whatever asks for more belongs into an overlay.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce
from pathlib import PurePosixPath

from engine.assembly.looks import Looks, looks
from engine.document.problem import Faults, Problem, Problems, suggest
from engine.document.shelf import Shelf
from engine.document.tree import Document, Plain, grown
from engine.model.flow import Origin
from engine.render.book import PhraseBook
from engine.render.entries import RUNGS, Entry, base_of
from engine.render.guard import read
from engine.spec.language.names import NAME, PHRASE
from engine.spec.phrases.phrasing import Words
from engine.spec.phrases.spoken import Texts

FOLDER = "phrases"
ELSE = "or write it in an overlay, which is proved"


def worded(words: Texts, below: PhraseBook) -> Shelf | Problems:
    """Make a layer of wordings.

    Args:
        words: language -> phrase id -> words.
        below: what can be said without them.

    Returns:
        The layer, or every wording that says something else than what it stands for.
    """
    faults, files = Faults(), dict[str, dict[str, Plain]]()
    for locale, texts in words.items():
        for phrase, text in texts.items():
            at = Origin(_file(locale, phrase), 1)
            fault, remedy = _misnamed(locale, phrase, below)
            if fault:
                faults.add(at, phrase, fault, remedy)
                continue
            for wrong, mend in _strange(phrase, text, below):
                faults.add(at, phrase, wrong, mend)
            plain: Plain = text if isinstance(text, str) else dict(text)
            files.setdefault(at.file, {})[phrase.partition(".")[2]] = plain
    if len(faults):
        return faults.problems()
    return Shelf(phrases=tuple(_document(file, texts) for file, texts in files.items()))


def unheard(warnings: Iterable[Problem], below: PhraseBook) -> tuple[Problem, ...]:
    """Pick the warnings of wordings for a phrase that nothing says: they would change nothing.

    Args:
        warnings: of what is composed with the layer of wordings.
        below: what can be said without them.
    """
    own = (one for one in warnings if one.file.startswith(f"{FOLDER}/"))
    return tuple(replace(one, remedy=_nearest(one.key, below.phrases)) for one in own)


def _nearest(phrase: str, known: Iterable[str]) -> str:
    """A phrase of the same flow, where there is such a flow; else any."""
    names = list(known)
    flow = f"{phrase.partition('.')[0]}."
    return suggest(phrase, [one for one in names if one.startswith(flow)] or names)


def without(words: Texts, problems: Problems) -> Texts:
    """Leave out the wordings that problems speak of; those of whole flows, if they name none."""
    own = [one for one in problems if one.file.startswith(f"{FOLDER}/")]
    named = {base_of(one.key) for one in own}
    flows = {PurePosixPath(one.file).stem for one in problems} if not named else set()
    kept = {
        locale: {
            phrase: text
            for phrase, text in texts.items()
            if base_of(phrase) not in named and phrase.partition(".")[0] not in flows
        }
        for locale, texts in words.items()
    }
    return kept if _count(kept) < _count(words) else {}


def _count(words: Texts) -> int:
    return sum(map(len, words.values()))


def _file(locale: str, phrase: str) -> str:
    return f"{FOLDER}/{locale}/{phrase.partition('.')[0]}.yaml"


def _document(file: str, texts: Mapping[str, Plain]) -> Document:
    return Document(file, grown(dict(texts), Origin(file, 1)))


def _misnamed(locale: str, phrase: str, below: PhraseBook) -> tuple[str, str]:
    if locale not in below.locales:
        return f"no phrase is in the language '{locale}'", suggest(locale, below.locales)
    flow, dot, name = phrase.partition(".")
    if not (dot and NAME.fits(flow) and PHRASE.fits(name)):
        return "is no name of a phrase", "Write it as booking.summary"
    return "", ""


def _strange(phrase: str, text: Words, below: PhraseBook) -> Iterator[tuple[str, str]]:
    """What a wording looks at, and the one beneath it does not."""
    entry = Entry(text) if isinstance(text, str) else Entry(text["text"], text.get("voice"))
    mine, theirs = _looks([entry]), _looks(_beneath(phrase, below))
    said = ", ".join(sorted(theirs.asked)) or "none"
    for path in sorted(mine.asked - theirs.asked):
        yield (
            f"asks for '{path}', which the phrase does not",
            f"Say the same facts ({said}), {ELSE}",
        )
    for path, filters in sorted(mine.shown - theirs.shown):
        if path in theirs.asked:
            shown = f"'{path}' with '{filters}'" if filters else f"'{path}' as it is"
            yield f"shows {shown}, which the phrase does not", f"Show it as the phrase does, {ELSE}"
    for path in sorted({bare[0] for bare in mine.bare if not theirs.takes(bare)} & theirs.asked):
        guard = f"{{% if {path} %}} ... {{% endif %}}"
        yield f"takes '{path}' to be there, and it may not be", f"Write {guard} around it, {ELSE}"


def _beneath(phrase: str, below: PhraseBook) -> Iterator[Entry]:
    """Every wording that is said where this one is said."""
    for locale in below.locales:
        entries = (below.entry(locale, base_of(phrase) + rung) for rung in RUNGS)
        yield from (entry for entry in entries if entry)


def _looks(entries: Iterable[Entry]) -> Looks:
    trees = (read(source)[0] for entry in entries for source in entry.variants())
    return reduce(Looks.__or__, (looks(tree) for tree in trees if tree is not None), Looks())
