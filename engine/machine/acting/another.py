"""A no beside a word for several things: "no, a massage" means another than the one held."""

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.understanding import Mention, Understanding
from engine.model.value import Scalar

DENY = "deny"
CHANGE = "change"


def another(desk: Desk, understanding: Understanding) -> Understanding:
    """What was heard, without what stands among the readings of a value that comes with a no."""
    if not _turned_down(understanding, desk.flows.thresholds.act):
        return understanding
    held = {
        (content.value.type, content.value.value)
        for frame in desk.frames
        for content in frame.slots.values()
    }
    mentions = tuple(_others(mention, held) for mention in understanding.mentions)
    return altered(understanding, mentions=mentions)


def _turned_down(understanding: Understanding, sure: float) -> bool:
    """Whether a no is said for sure, or in one breath with a change, which is all it asks for."""
    said = {act.name: act.confidence for act in understanding.acts}
    return DENY in said and (said[DENY] >= sure or CHANGE in said)


def _others(mention: Mention, held: set[tuple[str, Scalar]]) -> Mention:
    left = tuple(one for one in mention.candidates if (mention.type, one) not in held)
    return altered(mention, candidates=left) if left else mention
