"""Words that are nothing but a choice on the screen, or only end the talk."""

from engine.machine.working.desk import Desk
from engine.model.session import Chip
from engine.model.understanding import Understanding

BACKCHANNEL = 0.95
"""Up to here an "ok" may only say that it was heard."""


def typed_choice(desk: Desk, understanding: Understanding) -> Chip | None:
    """A choice of something other than a slot's value, typed as its button says: "the time"."""
    sure = desk.flows.thresholds.act
    said_of = {act.name for act in understanding.acts if act.confidence >= sure}
    prompt = desk.session.prompt
    chips = prompt.chips if prompt else ()
    bare = said_of == {"affirm"} and not (understanding.mentions or understanding.time)
    if bare and len(chips) == 1 and "=" in chips[0].value:  # "do you mean the manicure?"
        return chips[0]
    return next((chip for chip in chips if "=" in chip.value and chip.value in said_of), None)


def said_yes(understanding: Understanding) -> bool:
    """Whether it is a clear yes and nothing else: "ok" may only say that it was heard."""
    act = understanding.intent
    clear = act.name == "affirm" and act.confidence > BACKCHANNEL
    return clear and not (understanding.mentions or understanding.time)


def rounds_off(understanding: Understanding) -> bool:
    """Whether a word to nothing open only ends the talk: "poa", "no thanks"; no clear yes does."""
    act = understanding.intent
    return act.name == "deny" or (act.name == "affirm" and act.confidence <= BACKCHANNEL)
