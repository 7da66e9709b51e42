"""What a step wants said, as the messages that go out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.model.effect import Effect, Say
from engine.model.message import Button, Outbound
from engine.render import chips, scope
from engine.render.context import RenderContext
from engine.render.shown import Shown
from engine.render.speech import for_ears

_BREAK = "\n\n"
"""Between two things said in one message."""


@dataclass(frozen=True, slots=True)
class Part:
    """One phrase of a reply.

    Attributes:
        words: as the book has them; "": it does not speak here.
        buttons: of the question that it asks.
    """

    say: Say
    words: str
    buttons: tuple[Button, ...] = ()


def parts(effects: Sequence[Effect], context: RenderContext) -> tuple[Part, ...]:
    """What is said, phrase by phrase; raises as `render` does."""
    around = scope.surroundings(context)
    return tuple(_part(one, context, around) for one in effects if isinstance(one, Say))


def _part(say: Say, context: RenderContext, around: Mapping[str, Shown]) -> Part:
    offered = chips.offered(say, context)
    words = context.book.say(
        say.phrase,
        scope.of(say, context, around, chips.row(offered, context)),
        locales=context.locales,
        spoken=context.style.spoken,
        rung=say.rung,
    )
    return Part(say, words, chips.buttons(offered, context))


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
    return joined(parts(effects, context), context)


def joined(said: Sequence[Part], context: RenderContext) -> tuple[Outbound, ...]:
    """The parts of a reply as one message; the same words are said once."""
    words = dict.fromkeys(part.words for part in said if part.words)
    if not words:
        return ()
    asked = (part.buttons for part in reversed(said) if part.buttons)
    text = for_ears(" ".join(words)) if context.style.spoken else _BREAK.join(words)
    menu = context.book.label("chips.menu", context.locale)
    return (Outbound(text, next(asked, ()), menu),)


def known(say: Say, context: RenderContext) -> Mapping[str, str]:
    """The values in sight of a phrase, in words of the reply's language."""
    shown_now = scope.of(say, context, {}, chips.row((), context))
    told = ((name, shown_now[name].words()) for name in say.values)
    return {name: words for name, words in told if words}
