"""`means`: what is understood of a customer's words, as a colleague would write it."""

from collections.abc import Iterator, Sequence
from typing import Literal

from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import Scalar
from engine.spec.document.place import Place
from engine.spec.document.problem import Faults, suggest
from engine.spec.document.tree import Series

UNWANTED = "not_"
SURE = 0.95
"""Of what is pinned, unless `sure` says otherwise: beyond every threshold."""
OWN = ("act", "time", "after", "before", "sure", "language")
ANYONE_WORD = "anyone"
LANGUAGES: Sequence[Literal["en", "sw", "mixed"]] = ("en", "sw", "mixed")


def understanding(place: Place, acts: Sequence[str], kinds: Sequence[str], faults: Faults,
                  locale: str) -> Understanding:  # fmt: skip
    """Read a block of `means`; what it names and nobody knows is told."""
    sure = _number(place.get("sure"), faults)
    for name, value in place.items():
        kind = name.removeprefix(UNWANTED)
        if name not in OWN and kind not in kinds:
            remedy = suggest(name, (*OWN, *kinds))
            faults.add(place.key_at(name), value.key, f"nothing is called '{name}' here", remedy)
    heard = tuple(_acts(place, acts, sure, faults))
    mentions = tuple(_mentions(place, kinds, sure))
    return Understanding(heard, mentions, _time(place, sure), _language(place, locale, faults))


def _acts(place: Place, known: Sequence[str], sure: float, faults: Faults) -> Iterator[Act]:
    for one in place.many("act"):
        if not one.text.startswith("way:") and one.text not in known:
            faults.add(one.at, one.key, f"no act is called '{one.text}'", suggest(one.text, known))
        yield Act(one.text, sure)


def _mentions(place: Place, kinds: Sequence[str], sure: float) -> Iterator[Mention]:
    for name, value in place.items():
        kind = name.removeprefix(UNWANTED)
        if name in OWN or kind not in kinds:
            continue
        excluded = name != kind
        if isinstance(value.node, Series) and not excluded:
            readings = tuple(str(one.value) for one in value.each())
            yield Mention(kind, None, sure, candidates=readings)
        else:
            yield from (Mention(kind, _meant(one), sure, excluded=excluded) for one in value.each())


def _meant(place: Place) -> Scalar:
    return "*" if place.value == ANYONE_WORD else place.value


def _time(place: Place, sure: float) -> TimeHeard | None:
    given = [one.text for one in place.many("time")]
    after, before = (found.text if (found := place.get(key)) else None for key in OWN[2:4])
    if not given and not after and not before:
        return None
    several = len(given) > 1
    first = given[0] if given and not several else None
    minute = several or (first is not None and "T" in first)
    return TimeHeard(
        TimeAction.ASK if several else TimeAction.RESOLVE,
        first,
        "minute" if minute else "day",
        tuple(given) if several else (),
        after,
        before,
        sure,
    )


def _language(place: Place, locale: str, faults: Faults) -> Language:
    said = place.get("language")
    if said is None:
        return Language("en" if locale == "en" else "sw", 0.0, locale)
    label = next((label for label in LANGUAGES if label == said.text), None)
    if label is None:
        remedy = suggest(said.text, LANGUAGES)
        faults.add(said.at, said.key, f"no language is called '{said.text}'", remedy)
        return Language("en", 0.0, locale)
    return Language(label, SURE, locale if label == "mixed" else label)


def _number(place: Place | None, faults: Faults) -> float:
    if place is None:
        return SURE
    value = place.value
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    faults.add(place.at, place.key, "is no confidence", "Write a number from 0 to 1")
    return SURE
