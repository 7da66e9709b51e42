"""Settings in phrases: those of the flow whose phrase it is, and none but those it has."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from engine.document.place import top
from engine.document.problem import Faults, Problems, suggest
from engine.document.tree import Document
from engine.spec.phrases.phrasing import Phrasing
from engine.spec.phrases.spoken import Book
from engine.spec.world import Told

_ALL = ""
"""In the place of a name, where a phrase names none."""
Named = Mapping[tuple[str, str], frozenset[str]]
"""(Language, phrase id) -> the settings that it names as it is written."""


def named(phrasing: Phrasing, book: Book) -> Named:
    """Return the phrases that name settings, and which."""
    every = ((locale, phrase) for locale, texts in phrasing.texts.items() for phrase in texts)
    return {one: found for one in every if (found := book.settings(*one))}


def told(names: Named, phrasing: Phrasing, book: Book) -> Told:
    """Return the settings that each phrase names in any language, and in whatever it shows."""
    flows = {flow_in(phrase) for _, phrase in names}
    every = {phrase for texts in phrasing.texts.values() for phrase in texts}
    within = sorted(phrase for phrase in every if flow_in(phrase) in flows)
    return {phrase: found for phrase in within if (found := book.tells(phrase))}


def check_settings(names: Named, phrasing: Phrasing, flows: Iterable[Document]) -> Problems:
    """Find phrases that name a setting which their flow does not have, each where it is written.

    Args:
        names: what the phrases name.
        phrasing: where each was written.
        flows: all there are, every layer laid on.
    """
    faults, known = Faults(), {flow_of(one): _settings(one) for one in flows}
    for (locale, phrase), settings in names.items():
        at = phrasing.origins[locale, phrase]
        for setting in settings:
            fault, remedy = _fault(flow_in(phrase), setting, known)
            if fault:
                faults.add(at, phrase, fault, remedy)
    return faults.problems()


def flow_in(phrase: str) -> str:
    """Return the flow whose phrase it is."""
    return phrase.partition(".")[0]


def flow_of(document: Document) -> str:
    """Return the flow of a document: the one it names, or that its file of phrases is named for."""
    place = top(document.root).get("flow")
    return place.text if place else PurePosixPath(document.file).stem


def _settings(document: Document) -> frozenset[str]:
    place = top(document.root).get("settings")
    return frozenset(name for name, _ in place.items()) if place else frozenset()


def _fault(flow: str, setting: str, known: Mapping[str, frozenset[str]]) -> tuple[str, str]:
    if flow not in known:
        return f"names settings, and no flow is called '{flow}'", "Say it in a phrase of the flow"
    if setting == _ALL:
        return "shows 'settings', and none of them", suggest(setting, known[flow])
    if setting not in known[flow]:
        return f"no setting of '{flow}' is called '{setting}'", suggest(setting, known[flow])
    return "", ""
