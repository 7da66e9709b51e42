"""Acts of one message that exclude each other: which of them stands."""

from engine.nlu.acts.cues import Match
from engine.nlu.acts.extent import length, overlap, within
from engine.nlu.acts.told import AGAIN, DOUBTED, INQUIRIES, PLAIN, TURNING, Weights

_LONGER_WINS = (
    ("greeting", "services"),
    ("affirm", "repeat"),
    ("greeting", "thanks"),
    ("thanks", "repeat"),
    ("thanks", "change"),
    ("repeat", "back"),
    ("stop", "back"),
)
_AGAINST_NO = TURNING | {"language", "book", "opt_out"}


def outdone(cues: dict[str, Match]) -> None:
    """Drop what is only a piece of a longer cue: "see you" in "what joy to see you"."""
    for longer, shorter in _LONGER_WINS:
        if longer in cues and shorter in cues and within(cues[shorter], cues[longer]):
            del cues[shorter]
    _supposed(cues)
    asked, wish = cues.get("other"), cues.get("book")
    if asked and wish and asked.cue.confidence > wish.cue.confidence and overlap(asked, wish):
        del cues["book"]  # `naweza kuja na mtoto?`
    elif asked and wish and within(asked, wish):
        del cues["other"]  # "can I bring my car"
    again, moved = cues.get(AGAIN), cues.get("reschedule")
    if again and moved and overlap(again, moved):
        del cues["reschedule"]  # `kama ile siku nyingine`
    language = cues.get("language")
    for name in ("reschedule", "change"):
        if language and name in cues and overlap(cues[name], language):
            del cues[name]  # "change my language to Swahili"


def _supposed(cues: dict[str, Match]) -> None:
    """Drop a task that a question only supposes: "what if I need to cancel?"."""
    asked = cues.get("other")
    if asked is None or asked.cue.confidence < PLAIN:
        return
    for name in ("cancel", "reschedule", "change"):
        if name in cues and overlap(asked, cues[name]):
            del cues[name]


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
    return both and within(cues["reschedule"], cues["cancel"])
