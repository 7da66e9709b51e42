"""What the customer tapped."""

from engine.machine.acting.picking import never_put, picked
from engine.machine.acting.words import said
from engine.machine.walking.beginning import taken_over
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.event import Tap
from engine.model.understanding import Act, Language, Understanding

NOTHING = Understanding(source="tap")


def tapped(desk: Desk, tap: Tap) -> None:
    """A tap on the open question is a command; on an older one only a choice still counts."""
    if taken_over(desk):
        return
    prompt, moved = desk.session.prompt, never_put(desk)
    current = prompt is not None and prompt.id == tap.prompt
    chip = next((c for c in prompt.chips if c.value == tap.value), None) if prompt else None
    kind, _, name = tap.value.partition(":")
    if "=" in tap.value:
        picked(desk, tap.value, chip if current else None)
    elif current and not moved and kind in {"act", "way"}:
        said(desk, altered(NOTHING, acts=(Act(name, 1.0),), language=_same_language(desk)))
    else:
        desk.say("talk.old_button")
        desk.reask = True


def _same_language(desk: Desk) -> Language:
    return Language("en", 0.0, desk.session.locale)
