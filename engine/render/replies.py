"""What a step wants said, as the messages that go out."""

from collections.abc import Sequence

from engine.model.effect import Effect, Say
from engine.model.message import Button, Outbound
from engine.render import chips, scope
from engine.render.context import RenderContext
from engine.render.speech import for_ears

_BREAK = "\n\n"
"""Between two things said in one message."""


def render(effects: Sequence[Effect], context: RenderContext) -> tuple[Outbound, ...]:
    """Turn one turn's effects into replies.

    All that is said in a turn goes out as one message, in order, with the chips of the question
    that stands open; what does not speak is passed over.

    Args:
        effects: as the step gave them.
        context: of the turn.

    Returns:
        One message, or none if nothing is said.

    Raises:
        UnknownPhrase: a phrase is in no layer of the book.
        UnsayablePhrase: a phrase prints what is not there.
    """
    around = scope.surroundings(context)
    parts: dict[str, None] = {}
    buttons: tuple[Button, ...] = ()
    for say in (effect for effect in effects if isinstance(effect, Say)):
        offered = chips.offered(say, context)
        words = context.book.say(
            say.phrase,
            scope.of(say, context, around, chips.row(offered, context)),
            locales=context.locales,
            spoken=context.style.spoken,
            rung=say.rung,
        )
        if words:
            parts[words] = None
        buttons = chips.buttons(offered, context) or buttons
    if not parts:
        return ()
    text = for_ears(" ".join(parts)) if context.style.spoken else _BREAK.join(parts)
    return (Outbound(text, buttons, context.book.label("chips.menu", context.locale)),)
