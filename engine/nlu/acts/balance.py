"""Acts weighed against each other, against what the state expects and what else was said."""

from engine.model.builtin import PICKED
from engine.model.understanding import Hearing, Standing
from engine.nlu.acts.courtesy import COURTESIES
from engine.nlu.acts.cues import Match
from engine.nlu.acts.instead import told_behind
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import (
    BESIDE_VALUES,
    BOOKED,
    CERTAIN,
    DOUBTED,
    IMPLIED,
    INQUIRIES,
    PLAIN,
    ROUTED,
    TASKS,
    TURNING,
    Told,
    Weights,
)
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.booked import TOWARDS
from engine.nlu.words.offers import RESEND, RETRY
from engine.nlu.words.turns import INSTEAD_WISHED

_OTHER_TALK = 4
"""Words that nothing explains, from which on a service is only spoken of."""
_RETRY = table(RETRY)
_RESEND = table(RESEND)
OPENING = "opening"
AGAIN = "again"
UNABLE = "unable"
"""What is cued where somebody cannot come: an act only once it is known what that means."""
_AND = frozenset({"and", "na", "plus"})
_JE = "je"
"""Behind a thing it asks after that as well: `twist je?`."""
_LONGER_WINS = (
    ("greeting", "services"),
    ("affirm", "repeat"),
    ("greeting", "thanks"),
    ("thanks", "repeat"),
)
_NO_MORE = frozenset({"deny", "thanks"})
_AGAINST_NO = TURNING | {"language", "book", "opt_out"}
_EASILY_MISTAKEN = {
    "change": 1, "skip": 1, "affirm": 1, "restart": 1, "back": 1, "hours": 1, "stop": 2,
    "services": 1, "other": 2, "greeting": 3, "help": 1, "bot": 2,
}  # fmt: skip
"""How many unexplained words make an act doubtful."""


def doubted(message: Message, cues: dict[str, Match], weights: Weights, told: Told) -> None:
    """Words that nothing explains make some acts doubtful: "change my oil", "skip this song"."""
    explained = told.tokens | message.serving
    for name in _EASILY_MISTAKEN.keys() & cues.keys():
        match = cues[name]
        if match.cue.confidence >= PLAIN or (name == "services" and told.exact):
            continue
        outside = [
            token.key
            for at, token in enumerate(message.tokens)
            if token.word and not match.start <= at < match.end and at not in explained
        ]
        if sum(strange(key) for key in outside) >= _EASILY_MISTAKEN[name]:
            weights[name] = DOUBTED


def priced(weights: Weights, told: Told) -> None:
    """A bare word of price asks for one beside a service; of what else there is we know none."""
    if weights.get("services", DOUBTED) < DOUBTED:
        if told.service:
            weights["services"] = CERTAIN
        else:
            weights.pop("services")


def outdone(cues: dict[str, Match]) -> None:
    """Drop what is only a piece of a longer cue: "see you" in "what joy to see you"."""
    for longer, shorter in _LONGER_WINS:
        if longer in cues and shorter in cues and _within(cues[shorter], cues[longer]):
            del cues[shorter]
    _supposed(cues)
    asked, wish = cues.get("other"), cues.get("book")
    if asked and wish and asked.cue.confidence > wish.cue.confidence and _overlap(asked, wish):
        del cues["book"]  # `naweza kuja na mtoto?`
    elif asked and wish and _within(asked, wish):
        del cues["other"]  # "can I bring my car"
    again, moved = cues.get(AGAIN), cues.get("reschedule")
    if again and moved and _overlap(again, moved):
        del cues["reschedule"]  # `kama ile siku nyingine`
    language = cues.get("language")
    for name in ("reschedule", "change"):
        if language and name in cues and _overlap(cues[name], language):
            del cues[name]  # "change my language to Swahili"


def _supposed(cues: dict[str, Match]) -> None:
    """Drop a task that a question only supposes: "what if I need to cancel?"."""
    asked = cues.get("other")
    if asked is None or asked.cue.confidence < PLAIN:
        return
    for name in ("cancel", "reschedule", "change"):
        if name in cues and _overlap(asked, cues[name]):
            del cues[name]


def _within(one: Match, other: Match) -> bool:
    inside = other.start <= one.start and one.end <= other.end
    return inside and one.end - one.start < other.end - other.start


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end


def as_before(weights: Weights, told: Told) -> None:
    """Whoever wants again what was booked before books; which booking that was the flow knows."""
    if AGAIN not in weights:
        return
    if told.asks or weights.keys() & INQUIRIES:
        weights[AGAIN] = DOUBTED  # "was the same as last time fine?"
    else:
        weights["book"] = max(weights.get("book", 0.0), CERTAIN)
        weights.pop("change", None)  # "another one like last time"


def unable(
    message: Message, hearing: Hearing, cues: dict[str, Match], told: Told
) -> dict[str, Match]:
    """The cues; "I can't come on Friday" turns the day down while one is chosen, else cancels.

    With another time beside it the booking is to be moved: `siwezi kesho, nije Ijumaa`.
    """
    found = cues.pop(UNABLE, None)
    if found is None:
        return cues
    here = hearing.standing
    choosing = here.chooses_time or "reschedule" in here.tasks
    if choosing:
        name = "change" if told.time_refused or told.timed else "cancel"
    else:
        wished = cues.keys() & {"book", "reschedule"} or INSTEAD_WISHED & {*message.keys}
        another = wished or told_behind(message, found, told)
        name = "reschedule" if told.timed and another and "cancel" not in cues else "cancel"
    return {name: found, **cues}


def left_open(hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told) -> None:
    """A no and nothing else, where no yes or no was asked: skip it, or leave what is booked."""
    asked = next((one for one in hearing.expected if one.asked), None)
    if asked is None or told.named or told.only_refused or told.time_refused:
        return
    if weights.get("deny", 0) < ROUTED:
        return
    if cues.keys() - _NO_MORE:
        return
    if asked.optional:
        weights["skip"] = weights.pop("deny")
    elif asked.type.name == BOOKED:
        weights["stop"] = weights.pop("deny")


def expected(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """What the question makes of words: "try again", "cancel it" where that is what is asked."""
    here = hearing.standing
    if holds(message, _RESEND):
        weights.pop("change", None)
    if here.once_more and holds(message, _RETRY):
        weights["affirm"] = CERTAIN
        weights.pop("repeat", None)
    if here.carries_on:
        _named_again(message, here, weights, valued=told.values)
    elif hearing.kind != "confirm" and "cancel" in here.tasks:
        weights.pop("cancel", None)
    if here.idle:
        _nothing_asked(weights)
        _moved_onward(message, weights, told)
    if here.chooses_time and "reschedule" in weights:
        _moved(hearing, weights, told)


def _nothing_asked(weights: Weights) -> None:
    """On a fresh thread there is nothing to change; "okay" beside thanks is its tone."""
    if "deny" in weights and "change" in weights:
        weights.pop("change")
    if "affirm" in weights and weights.keys() & COURTESIES:
        weights.pop("affirm")


def _moved_onward(message: Message, weights: Weights, told: Told) -> None:
    """On a fresh thread, "change the massage to Friday 5pm" moves what is booked already."""
    onward = any(key in TOWARDS and at + 1 in told.tokens for at, key in enumerate(message.keys))
    if told.timed and onward and "change" in weights:
        weights.pop("change")
        weights["reschedule"] = max(ROUTED, weights.get("reschedule", 0.0))


def _moved(hearing: Hearing, weights: Weights, told: Told) -> None:
    """To move what is not booked yet is to change its time; "my booking" only names it."""
    weights["change"] = max(weights.pop("reschedule"), weights.get("change", 0.0))
    if "book" in weights:
        weights["book"] = DOUBTED
    times = [one.slot for one in hearing.expected if one.type.name == OPENING]
    if times and not (told.values or hearing.standing.offers):
        weights[f"{PICKED}={times[0]}"] = ROUTED


def _named_again(message: Message, here: Standing, weights: Weights, *, valued: bool) -> None:
    """The task that a yes would carry on, named again, is that yes."""
    if "cancel" in here.tasks & weights.keys() and "deny" not in weights:
        weights["affirm"] = max(weights.pop("cancel"), weights.get("affirm", 0.0))
    moved = weights.keys() & {"change", "reschedule"}
    if "reschedule" in here.tasks and moved and "affirm" in weights and not valued:
        for name in moved:
            weights.pop(name)  # `ndio badilisha` where it is asked whether to move
    if here.tasks & {"book", "reschedule"} and weights.keys() == {"book"} and len(message) == 1:
        weights["affirm"] = weights.pop("book")


def contradicted(cues: dict[str, Match], weights: Weights, *, agreed: bool) -> None:
    """Of two acts that exclude each other the safe one stands."""
    _no_more_of_it(cues, weights)
    if weights.get("change", 0) >= PLAIN:
        weights.pop("handoff", None)  # "another person" is none of the team
    if "book" in weights:
        weights.pop("repeat", None)
        if weights.keys() & {"cancel", "reschedule"}:
            weights["book"] = DOUBTED
    if cues.keys() >= {"affirm", "deny"} and weights.keys() >= {"affirm", "deny"}:
        weights.pop("affirm" if length(cues, "affirm") <= length(cues, "deny") else "deny")
    against = TURNING | {"deny"} if agreed else TURNING | INQUIRIES | {"deny"}
    if "affirm" in weights and weights.keys() & against:
        weights["affirm"] = DOUBTED
    if "deny" in weights and weights.keys() & _AGAINST_NO:
        weights["deny"] = DOUBTED


def _no_more_of_it(cues: dict[str, Match], weights: Weights) -> None:
    """Leave one of a cancel and what it stands in: "change it to cancelled"."""
    if weights.keys() >= {"cancel", "reschedule"} and _to_nothing(cues):
        weights.pop("reschedule")
    if weights.keys() >= {"restart", "cancel"} and cues.keys() >= {"restart", "cancel"}:
        weights.pop("cancel")


def _to_nothing(cues: dict[str, Match]) -> bool:
    both = cues.keys() >= {"cancel", "reschedule"}
    return both and _within(cues["reschedule"], cues["cancel"])


def length(cues: dict[str, Match], name: str) -> int:
    """How many words speak for an act; 0 if it was only concluded."""
    return cues[name].end - cues[name].start if name in cues else 0


def corrected(hearing: Hearing, weights: Weights, told: Told) -> None:
    """A change beside its new value, and a value that was only turned down."""
    if told.values and "change" in weights:
        weights["change"] = BESIDE_VALUES
    if told.only_refused and hearing.standing.sums_up:
        weights["change"] = max(weights.get("change", 0.0), ROUTED)
        if "deny" in weights:
            weights["deny"] = DOUBTED


def implied(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """A service, or a person and a time, named on a fresh thread: a booking is wanted."""
    if not hearing.standing.idle or any(weights.get(name, 0) >= ROUTED for name in TASKS):
        return
    if weights.get("language", 0) >= ROUTED and not told.whole:
        return  # whoever teaches English is asked to speak it as well
    if told.service and _unlikely(message, weights, told):
        weights.setdefault("services" if told.asks else "book", DOUBTED)
    elif told.service and (told.asks or (_goes_on(message) and not told.whole)):
        likely = ROUTED if told.exact else DOUBTED
        weights["services"] = max(weights.get("services", 0.0), likely)
    elif told.service:
        weights["book"] = IMPLIED
    elif told.person_and_time:
        weights["book"] = ROUTED


def _goes_on(message: Message) -> bool:
    """Whether a question goes on to another thing: "and graduation?", "what about gel?"."""
    keys = message.keys
    opens = keys[0] in _AND or (keys[0] in {"what", "how"} and keys[1] == "about")
    said = [key for key in keys[: len(message)] if key != "?"]
    return (opens and keys[len(message) - 1] == "?") or said[-1:] == [_JE]


def _unlikely(message: Message, weights: Weights, told: Told) -> bool:
    """Whether what sounds like a service is none: other things are spoken of, or ordered."""
    if told.exact and told.whole:
        return False
    if not told.exact and any(weights.get(n, 0) >= ROUTED for n in TURNING | COURTESIES):
        return True
    explained = told.tokens | message.serving
    unknown = sum(
        token.word and at not in explained and strange(token.key)
        for at, token in enumerate(message.tokens)
    )
    return unknown >= (_OTHER_TALK if told.exact else 1)
