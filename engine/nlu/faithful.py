"""Whether other words for a reply say nothing that the reply and its facts do not."""

import re
import unicodedata
from collections.abc import Iterable

from engine.model.understanding import Hearing, Vocabulary
from engine.nlu.language import tell
from engine.nlu.tokens import key, read
from engine.nlu.words.binding import COUNTED, NEGATIONS, OPENERS, PROMISES, TIMES
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI

MOST = 240
"""Characters by which it may be longer than what it stands for, which may also double."""
LEAST = 2
"""Words that both have: with fewer it speaks of something else."""
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_STRANGE = re.compile(r"https?:|www\.|[*_`#<>{}()\[\]|~@\\]|[^\S ]")
_CAPITAL = re.compile(r"(?:^|[^\w'\u2019])([^\W\d_][\w'\u2019-]*)")
_ENDS = frozenset(".!?:…")
_CLOSED = TIMES | COUNTED | PROMISES
"""Words that say a fact: none may come that is not given."""


def faithful(
    said: str, plain: str, given: Iterable[str], vocabulary: Vocabulary, locale: str
) -> bool:
    """Hold a model's words against what they stand for.

    Numbers, times, days, names and promises must be given, and the numbers of `plain` must all be
    there; a no stays a no, a question a question, the language the same. It errs to the strict
    side: the plain words are always at hand.

    Args:
        said: the model's words.
        plain: ours.
        given: what else is known: what is said beside, facts in words.
        vocabulary: of the business: names of people and services.
        locale: of the reply.
    """
    known = "\n".join((plain, *given))
    if not said or len(said) > max(2 * len(plain), len(plain) + MOST) or _strange(said, known):
        return False
    words, ours, all_given = _keys(said), _keys(plain), _keys(known)
    return (
        len(words & ours) >= min(LEAST, len(ours) // 2)
        and _numbers(plain) <= _numbers(said) <= _numbers(known)
        and words & _CLOSED <= all_given
        and bool(words & NEGATIONS) == bool(ours & NEGATIONS)
        and said.rstrip().endswith("?") >= plain.rstrip().endswith("?")
        and _names(said) <= all_given
        and _known_terms(words, vocabulary) <= all_given
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
    """Marks, links and lines that are not given."""
    return any(one not in known for one in _STRANGE.findall(said))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _keys(text: str) -> set[str]:
    """The words of the whole of a text, as rules know them."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return {key(word) for word in _WORD.findall(plain)}


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
