"""Choices: as buttons with a label and an id, and as words in a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from engine.model.effect import Say
from engine.model.message import Button
from engine.model.session import Chip, Prompt
from engine.model.value import Value
from engine.render import kinds
from engine.render.context import RenderContext
from engine.render.shown import Row, Shown
from engine.render.style import Style

MOST_ID = 200
"""Characters of a button's id (WhatsApp's limit for a row)."""
MIDNIGHT = time()
MOST_SPOKEN = 3
"""Choices that can be kept in mind when heard."""
_LABEL = "label"
_BOOKED, _STARTS, _PERSON = "appointment", "starts_at", "person"


@dataclass(frozen=True, slots=True)
class Offered:
    """One chip of the question that stands open.

    Attributes:
        prompt: the question's id.
        label: its words, on a button or aloud.
    """

    prompt: int
    chip: Chip
    label: str


def offered(say: Say, context: RenderContext) -> tuple[Offered, ...]:
    """The choices of what is said; none if it is no question."""
    prompt = say.prompt
    if prompt is None:
        return ()
    one_day = _one_day(prompt.chips)
    labels = [_label(say, prompt, chip, context, one_day=one_day) for chip in prompt.chips]
    return tuple(
        Offered(prompt.id, chip, _by_person(chip, context.style) or label)
        if labels.count(label) > 1
        else Offered(prompt.id, chip, label)
        for chip, label in zip(prompt.chips, labels, strict=True)
    )


def _by_person(chip: Chip, style: Style) -> str:
    """Two bookings of one service at one hour are told apart by who serves; "" of all else."""
    person = chip.shows.facts.get(_PERSON) if chip.shows else None
    if chip.shows is None or chip.shows.type != _BOOKED or not person:
        return ""
    return _booked(Value(_BOOKED, person, facts=chip.shows.facts), style)


def buttons(choices: Sequence[Offered], context: RenderContext) -> tuple[Button, ...]:
    """The choices to tap; one whose id would not fit is left to words."""
    made = (
        Button(f"{context.thread_id}|{one.prompt}|{one.chip.value}", one.label) for one in choices
    )
    return tuple(button for button in made if len(button.id) <= MOST_ID)


def row(choices: Sequence[Offered], context: RenderContext) -> Row:
    """The choices for a template: `{{ options }}`.

    Where they are heard at most three are named; if others are left out there is no "or" before
    the last, so that the phrase can go on: "Haircut, Braids, Massage or something else".
    """
    style = context.style
    items = [Shown(one.chip.shows or Value(_LABEL, one.label), style, one.label) for one in choices]
    named = _named(items) if style.spoken else items
    words = [str(one) for one in named]
    goes_on = len(named) < len(items) and not _is_label(items[-1])
    return Row(
        items, style, ", ".join(words) if goes_on else style.tongue.one_of(words), len(named)
    )


def _named(items: Sequence[Shown]) -> Sequence[Shown]:
    """The choices that are said aloud; an "anyone" behind them always is."""
    if len(items) <= MOST_SPOKEN:
        return items
    if _is_label(items[-1]) and not _is_label(items[0]):
        return (*items[: MOST_SPOKEN - 1], items[-1])
    return items[:MOST_SPOKEN]


def _is_label(item: Shown) -> bool:
    return item.value.type == _LABEL


def _label(say: Say, prompt: Prompt, chip: Chip, context: RenderContext, *, one_day: bool) -> str:
    if chip.shows is not None:
        return _value(chip.shows, context.style, one_day=one_day)
    return _phrase(say, prompt, chip, context)


def _value(value: Value, style: Style, *, one_day: bool) -> str:
    if value.type == _BOOKED:
        return _booked(value, style)
    at = kinds.moment(value) if value.type == "opening" else None
    if at is not None and not isinstance(at, datetime) and not style.spoken:
        return style.tongue.short(datetime.combine(at, MIDNIGHT), style.today).rpartition(" ")[0]
    if not isinstance(at, datetime):
        return kinds.show(value, style) or str(value.value)
    if style.spoken and one_day:
        return style.tongue.clock(at.time(), spoken=True)
    if style.spoken:
        return style.tongue.moment(at, style.today, spoken=True)
    return f"{at:%H:%M}" if one_day else style.tongue.short(at, style.today)


def _booked(value: Value, style: Style) -> str:
    """When a booking is, before what it is for: on a narrow button the end is cut off."""
    name = kinds.show(value, style) or str(value.value)
    at = kinds.moment(Value("opening", value.facts.get(_STARTS)))
    if not isinstance(at, datetime):
        return name
    if style.spoken:
        return f"{name} {style.tongue.on(style.tongue.moment(at, style.today, spoken=True))}"
    return f"{style.tongue.short(at, style.today)} {name}"


def _phrase(say: Say, prompt: Prompt, chip: Chip, context: RenderContext) -> str:
    """The label of an act or a way: the step's own wording first."""
    label = chip.label or chip.value.replace(":", ".")
    flow, name = say.phrase.partition(".")[0], label.rpartition(".")[2]
    own = f"{flow}.{prompt.step}.{name}"
    return context.book.label(own if context.book.has(own) else label, context.locale)


def _one_day(chips: tuple[Chip, ...]) -> bool:
    """Whether all times offered are on one day, so that the hour is enough."""
    starts = [kinds.moment(chip.shows) for chip in chips if chip.shows is not None]
    days = {at.date() for at in starts if isinstance(at, datetime)}
    return len(days) == 1
