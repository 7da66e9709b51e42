"""A question put to the business: the customer's own words, for whoever looks for an answer."""

from itertools import dropwhile

from engine.model.understanding import QUESTION, Mention, Understanding
from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.told import INQUIRIES, ROUTED
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message
from engine.nlu.words.lists import word_set
from engine.nlu.words.turns import MOVES, RATHER

ASKED = 0.95
"""An act says that something is asked."""
SOUNDS = 0.60
"""Only the form of the sentence does: it counts where nothing else was understood."""
_LEAST = 2
_GREETED = 5
"""Words of a greeting, and the one behind it: "good morning to you, do"."""
_MOST = 400
_OPENERS = word_set(
    """
    is are do does did can could will would what whats when where wheres who whos why how which
    may should any je kuna mna mko una uko iko ziko naweza mnaweza inawezekana nani nini wapi
    lini vipi kwani mbona
    """
)

_CALLING = {("are", "you"), ("are", "u"), ("is", "this"), ("is", "that"), ("is", "it")}
"""They only greet further: "hi, are you there?", "hello, is this the barber's?"."""
_SALUTING = word_set("how hows tell whats sup")
"""They greet as well: "hello, how is life treating you"."""
_JOINING = FILLERS | {"and", "but", "also", "na", "pia"}
_WONDERING = word_set("what when where wheres who whos why how nini wapi lini nani mbona")
_OF_WHAT_IS = word_set("does did doesnt didnt was were has")
"""They ask after what is or was, and propose nothing: "does the gel last?"."""
_OF_ONESELF = {(one, who) for one in ("do", "must", "should", "will") for who in ("i", "we", "it")}
"""So do these: "do I come with my own braids?"."""
_TOLD = lists("both/telling")
_HAVING = _TOLD.words("having")
"""What the customer has or had is no wish: "I have old gel on, is removal extra?"."""
_WISHING, _TELLERS = _TOLD.words("wishing"), _TOLD.words("tellers")
_PROPOSING = frozenset({"about", "if"})
"""Behind "what" and "how" they put something forward: "what about a facial"."""

_ASKING = word_set(
    "is are do does did what whats how hows which who whos ni je bei nani mko muko gharama"
)
_ASKING_YOU = ("mna", "huwa", "mnafanya")
"""Beginnings of Swahili verbs that speak of what you do: `mnafanya`, `mnatoa`."""


def question(message: Message, heard: Understanding) -> Mention | None:
    """The question that a message asks, whole; None if it asks nothing.

    Args:
        message: what was said.
        heard: all else that was understood of it.
    """
    text = message.text.strip()[:_MOST]
    routed = {act.name for act in heard.acts if act.confidence >= ROUTED}
    if routed & INQUIRIES:
        return Mention(QUESTION, text, ASKED, text=text)
    if routed or heard.mentions or heard.time or not _sounds(message):
        return None
    return Mention(QUESTION, text, SOUNDS, text=text)


def opens_question(message: Message) -> bool:
    """Whether the first word that counts asks what is, and not whether something may be had."""
    words = (token.key for token in message.tokens if token.word and token.key not in FILLERS)
    first = next(words, "")
    return first in _ASKING or first.startswith(_ASKING_YOU)


def wonders(message: Message) -> bool:
    """Whether something is asked that is no wish: "when will I get the photos?"."""
    keys = [token.key for token in message.tokens if token.word and token.key not in FILLERS]
    if _tells_first(message):
        return True
    asks = keys and (keys[0] in _WONDERING | _OF_WHAT_IS or (*keys[:2],) in _OF_ONESELF)
    if not asks or keys[1:2] == ["else"]:
        return False
    return not (_PROPOSING & {*keys[1:2]} or RATHER & {*keys})


def _tells_first(message: Message) -> bool:
    """Whether what the customer has is told, and something asked behind it."""
    last = max((at for at, key in enumerate(message.keys) if key in CLAUSE - {"?"}), default=0)
    before = [key for key in message.keys[:last] if key not in FILLERS]
    behind = [key for key in message.keys[last + 1 : len(message)] if key not in _JOINING]
    if not before or behind[:1] == [] or behind[-1] != "?" or behind[0] not in _OPENERS:
        return False
    told = before[0] in _TELLERS and bool(_HAVING & {*before[:_LEAST]})
    return told and not (_WISHING | RATHER | MOVES) & {*before, *behind}


def behind_greeting(message: Message, heard: Understanding) -> str | None:
    """The words behind a greeting that is all that was understood: "hi, do you take children?".

    None where more was understood, or where nothing that sounds asked stands near behind it.
    """
    routed = {act.name for act in heard.acts if act.confidence >= ROUTED}
    if routed != {"greeting"} or heard.mentions or heard.time:
        return None
    near = range(min(len(message), _GREETED))
    first = next((at for at in near if message.keys[at] in _OPENERS | _SALUTING), None)
    if not first or message.keys[first] in _SALUTING or message.keys[first : first + 2] in _CALLING:
        return None
    return message.words(first, len(message))


def _sounds(message: Message) -> bool:
    """Whether it begins or ends as questions do, and is more than a word."""
    said = [token.key for token in message.tokens if token.word]
    words = list(dropwhile(_JOINING.__contains__, said))
    if len(said) < _LEAST or not words:
        return False
    return words[0] in _OPENERS or message.keys[len(message) - 1] == "?"
