"""Whether other words for a reply say nothing that the reply and its facts do not."""

import re
from collections.abc import Iterable, Set

from engine.model.understanding import Hearing, Vocabulary
from engine.nlu.language import tell
from engine.nlu.tokens import key, read
from engine.nlu.truth.ordered import normal, numbers, refuses, same_order, sentences
from engine.nlu.words.binding import COUNTED, OPENERS, PROMISES, TIMES
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI
from engine.nlu.words.courteous import ASSENTING, COURTEOUS

MOST = 240
"""Characters by which it may be longer than what it stands for, which may also double."""
LEAST = 2
"""Words that both have: with fewer it speaks of something else."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_STRANGE = re.compile(r"https?:|www\.|[*_`#<>{}()\[\]|~@\\=+\u20a0-\u20cf$\u00a3\u00a5]|[^\S ]")
_LINK = re.compile(r"[\w-]*\w\.\w{2,}[\w./-]*")
"""With or without a scheme: pay.example.co."""
_CAPITAL = re.compile(r"(?:^|[^\w'\u2019])([^\W\d_][\w'\u2019-]*)")
_ENDS = frozenset(".!?:…")
_CLOSED = TIMES | COUNTED | PROMISES
"""Words that say a fact: none may come that is not given."""
_ENDINGS = ("ing", "es", "s", "e")
_VERB = 5
"""Letters at the end by which two Swahili verbs are one: `inachukua`, `huchukua`."""
_OTHERWISE = re.compile(r"(?:ha|si)|(?:ni|u|a|tu|m|wa|i|ya|li|zi|ki|vi)me")
"""A no, or something that is done already: another form of the verb says another thing."""


def faithful(
    said: str, plain: str, given: Iterable[str], vocabulary: Vocabulary, locale: str
) -> bool:
    """Hold a model's words against what they stand for.

    Every word must be given, or be courtesy and grammar. Numbers come in our order with our units;
    names, times, directions ("before", `hadi`) and every no stand in the same order or sentence. A
    question stays a question, the language the same. It errs to the strict side: the plain words
    are always at hand.

    Args:
        said: the model's words.
        plain: ours.
        given: what else is known: what is said beside, facts in words.
        vocabulary: of the business: names of people and services.
        locale: of the reply.
    """
    told = tuple(given)
    known = " ".join((plain, *told))
    if not said or len(said) > max(2 * len(plain), len(plain) + MOST) or _strange(said, known):
        return False
    words, ours, all_given = _keys(said), _keys(plain), _keys(known)
    names = _names(said) | _known_terms(words, vocabulary)
    return (
        len(words & ours) >= min(LEAST, len(ours) // 2)
        and _counts(said, plain, known)
        and words & _CLOSED <= all_given
        and names <= all_given
        and same_order(said, plain, names | _names(plain) | _known_terms(ours, vocabulary))
        and said.rstrip().endswith("?") >= plain.rstrip().endswith("?")
        and not _unheard_of(said, (plain, *told))
        and _speaks(said, locale)
    )


def invents(said: str, given: str, vocabulary: Vocabulary) -> bool:
    """Whether words for a colleague hold a number, a name or a link that is not given.

    Times may be told in the colleague's language: what was said stands beneath.
    """
    all_given = _keys(given)
    names = _names(said) | _known_terms(_keys(said), vocabulary)
    return _strange(said, given) or not (_numbers(said) <= _numbers(given) and names <= all_given)


def _strange(said: str, known: str) -> bool:
    """Marks, links and lines that are not given, and letters that nobody sees."""
    said, known = normal(said), normal(known)
    return (
        any(one not in known for one in _STRANGE.findall(said))
        or not _links(said) <= _links(known)
        or not said.replace("\n", "").isprintable()
    )


def _links(text: str) -> set[str]:
    return {one.rstrip(".") for one in _LINK.findall(text)}


def _numbers(text: str) -> set[str]:
    return {number for number, _ in numbers(text)}


def _counts(said: str, plain: str, known: str) -> bool:
    """Whether our numbers are said in our order, none counts another thing, and none is new."""
    theirs, ours = numbers(said), numbers(plain)
    return [one for one in theirs if one in ours] == ours and set(theirs) <= set(numbers(known))


def _unheard_of(said: str, given: Iterable[str]) -> set[str]:
    """Words that are neither given nor courtesy; what is only asked gives no words to state."""
    stated = {
        word for text in given for part in sentences(text) if part[-1] != "?" for word in part
    }
    found = set[str]()
    for part in sentences(said):
        allowed = COURTEOUS | {
            word
            for at, word in enumerate(part)
            if word in ASSENTING and any(map(refuses, part[max(at - 2, 0) : at]))
        }
        words = {word for word in part if word[0].isalpha() and not refuses(word)}
        found |= {word for word in words - allowed - stated if not _alike(word, stated)}
    return found


def _alike(word: str, stated: Set[str]) -> bool:
    stem, tail = _stem(word), word[-_VERB:]
    return any(
        _stem(one) == stem
        or (len(word) > _VERB and one.endswith(tail) and not _OTHERWISE.match(word))
        for one in stated
        if one[0].isalpha() and not _OTHERWISE.match(one)
    )


def _stem(word: str) -> str:
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) > len(one) + 2), "")
    return word.removesuffix(ending)


def _keys(text: str) -> set[str]:
    """The words of the whole of a text, as rules know them."""
    return {key(word) for word in _WORD.findall(normal(text))}


def _names(text: str) -> set[str]:
    """Words written like names: capitals that are nothing common."""
    found = set[str]()
    for match in _CAPITAL.finditer(text):
        word = match[1]
        before = text[: match.start(1)].rstrip(" \"'(\u201c\u2018")
        begins = not before or before[-1] in _ENDS
        if word[0].isupper() and not (begins and _common(word)) and word != "I":
            found |= _keys(word) - {"i"}
    return found


def _common(word: str) -> bool:
    keys = _keys(word)
    return all(key in ENGLISH or key in SWAHILI or key in SHARED or key in OPENERS for key in keys)


def _known_terms(keys: set[str], vocabulary: Vocabulary) -> set[str]:
    """The words of everything of the business that is named, common words aside."""
    found = set[str]()
    for term in vocabulary:
        for words in term.words:
            parts = _keys(words)
            if parts and parts <= keys:
                found |= {one for one in parts if one not in ENGLISH | SWAHILI | SHARED}
    return found


def _speaks(text: str, locale: str) -> bool:
    heard = tell(read(text), Hearing(locale))
    return heard.label in {locale, "mixed"} or heard.locale == locale
