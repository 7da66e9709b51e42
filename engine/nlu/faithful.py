"""Whether other words for a reply say nothing that the reply and its facts do not."""

import re
from collections.abc import Iterable

from engine.model.understanding import Hearing, Vocabulary
from engine.nlu.language import tell
from engine.nlu.tokens import Message, read
from engine.nlu.words.binding import COUNTED, NEGATIONS, OPENERS, PROMISES, TIMES
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI

MOST = 240
"""Characters by which it may be longer than what it stands for, which may also double."""
LEAST = 2
"""Words that both have: with fewer it speaks of something else."""
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
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
    words, ours, all_given = read(said), read(plain), read(known)
    return (
        len(_keys(words) & _keys(ours)) >= min(LEAST, len(_keys(ours)) // 2)
        and _numbers(plain) <= _numbers(said) <= _numbers(known)
        and (_keys(words) & _CLOSED) <= _keys(all_given)
        and _denies(words) == _denies(ours)
        and said.rstrip().endswith("?") >= plain.rstrip().endswith("?")
        and _names(said) <= _keys(all_given)
        and _known_terms(words, vocabulary) <= _keys(all_given)
        and _speaks(words, locale)
    )


def _strange(said: str, known: str) -> bool:
    """Marks, links and lines that are not given."""
    return any(one not in known for one in _STRANGE.findall(said))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _keys(message: Message) -> set[str]:
    return {token.key for token in message.tokens if token.word}


def _denies(message: Message) -> bool:
    return bool(_keys(message) & NEGATIONS)


def _names(text: str) -> set[str]:
    """Words written like names: capitals that are nothing common."""
    found = set[str]()
    for match in _CAPITAL.finditer(text):
        word = match[1]
        before = text[: match.start(1)].rstrip(" \"'(\u201c\u2018")
        begins = not before or before[-1] in _ENDS
        if word[0].isupper() and not (begins and _common(word)) and word != "I":
            found |= _keys(read(word)) - {"i"}
    return found


def _common(word: str) -> bool:
    keys = _keys(read(word))
    return all(key in ENGLISH or key in SWAHILI or key in SHARED or key in OPENERS for key in keys)


def _known_terms(message: Message, vocabulary: Vocabulary) -> set[str]:
    """The words of everything of the business that is named, common words aside."""
    keys = _keys(message)
    found = set[str]()
    for term in vocabulary:
        for words in term.words:
            parts = _keys(read(words))
            if parts and parts <= keys:
                found |= {one for one in parts if one not in ENGLISH | SWAHILI | SHARED}
    return found


def _speaks(message: Message, locale: str) -> bool:
    heard = tell(message, Hearing(locale))
    return heard.label in {locale, "mixed"} or heard.locale == locale
