"""What the question that is open makes of words."""

from engine.model.builtin import PICKED
from engine.model.understanding import Expected, Hearing, Standing
from engine.nlu.acts.courtesy import COURTESIES
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.instead import told_behind
from engine.nlu.acts.told import BESIDE_VALUES, BOOKED, CERTAIN, DOUBTED, ROUTED, Told, Weights
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.booked import TOWARDS
from engine.nlu.words.offers import RESEND, RETRY
from engine.nlu.words.turns import INSTEAD_WISHED
from engine.nlu.words.yesno import FAINT, HEARD, YES

_RETRY = table(RETRY)
_RESEND = table(RESEND)
OPENING = "opening"
TEXT = "text"
FORBID = "forbid"
"""What is cued where somebody forbids what is being done: a no, or an end."""
UNABLE = "unable"
"""What is cued where somebody cannot come: an act only once it is known what that means."""
_NO_MORE = frozenset({"deny", "thanks"})
_AGREES = YES | HEARD | FAINT | FILLERS


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


def forbidden(hearing: Hearing, cues: dict[str, Match]) -> None:
    """Let "don't do that" end it all where nothing is under way; else it is only a no."""
    found = cues.pop(FORBID, None)
    if found is not None and hearing.standing.idle:
        cues.pop("deny", None)
        cues.setdefault("stop", found)


def left_open(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """A no and nothing else, where no yes or no was asked: skip it, or leave what is booked."""
    asked = next((one for one in hearing.expected if one.asked), None)
    if asked is None or told.named or told.only_refused or told.time_refused:
        return
    if _only_agreed(message, asked, cues, weights):
        weights["skip"] = weights.pop("affirm")
    if weights.get("deny", 0) < ROUTED:
        return
    if cues.keys() - _NO_MORE:
        return
    if asked.optional:
        weights["skip"] = weights.pop("deny")
    elif asked.type.name == BOOKED:
        weights["stop"] = weights.pop("deny")


def _only_agreed(
    message: Message, asked: Expected, cues: dict[str, Match], weights: Weights
) -> bool:
    """Whether a yes is all that is said to "may I ask why?": it tells nothing, and goes on."""
    yes = weights.get("affirm", 0.0) >= ROUTED and cues.keys() <= {"affirm", "thanks"}
    text = asked.optional and asked.type.name == TEXT
    return text and yes and all(not t.word or t.key in _AGREES for t in message.tokens)


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
        _moved_onward(message, hearing, weights, told)
    if here.chooses_time and "reschedule" in weights:
        _moved(hearing, weights, told)


def _nothing_asked(weights: Weights) -> None:
    """On a fresh thread there is nothing to change; "okay" beside thanks is its tone."""
    if "deny" in weights and "change" in weights:
        weights.pop("change")
    if "affirm" in weights and weights.keys() & COURTESIES:
        weights.pop("affirm")


def _moved_onward(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """On a fresh thread, "change the massage to Friday 5pm" moves what is booked already."""
    onward = any(key in TOWARDS and at + 1 in told.tokens for at, key in enumerate(message.keys))
    onward = onward or ("instead" in message.keys and not hearing.standing.in_mind)
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


def corrected(hearing: Hearing, weights: Weights, told: Told) -> None:
    """A change beside its new value, and a value that was only turned down."""
    if told.values and "change" in weights:
        weights["change"] = BESIDE_VALUES
    if told.only_refused and hearing.standing.sums_up:
        weights["change"] = max(weights.get("change", 0.0), ROUTED)
        if "deny" in weights:
            weights["deny"] = DOUBTED
