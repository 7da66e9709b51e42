"""A reply in WhatsApp's wire shape, within its limits. Pure."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from engine.model.message import Button, Outbound

Json: TypeAlias = Mapping[str, object]

TEXT_LIMIT = 4096
INTERACTIVE_LIMIT = 1024
BUTTONS_LIMIT = 3
BUTTON_TITLE_LIMIT = 20
ROWS_LIMIT = 10
ROW_TITLE_LIMIT = 24
ROW_DESCRIPTION_LIMIT = 72
MENU_LIMIT = 20
ID_LIMIT = 200
_BLANK = "…"


def shape(outbound: Outbound) -> Json:
    """Give a reply the richest form that carries every chip whole.

    Up to 3 short chips become buttons, up to 10 a list, else they are numbered lines under the
    text, as they are when the text is longer than 1,024 characters: one message always, since
    a reply that is sent again after a failure must not repeat a first half.

    Returns:
        The part of the Graph API's body that says what is sent, without the recipient.
    """
    chips = outbound.buttons
    if chips and _tappable(outbound):
        if len(chips) <= BUTTONS_LIMIT and all(_fits_button(chip) for chip in chips):
            return _interactive(outbound, "button", _buttons(chips))
        if len(chips) <= ROWS_LIMIT and all(_fits_row(chip) for chip in chips):
            return _interactive(outbound, "list", _list(outbound))
    return {"type": "text", "text": {"preview_url": False, "body": _numbered(outbound)}}


def _tappable(outbound: Outbound) -> bool:
    ids = {chip.id for chip in outbound.buttons}
    return (
        len(ids) == len(outbound.buttons)
        and all(chip.id and len(chip.id) <= ID_LIMIT for chip in outbound.buttons)
        and len(outbound.text) <= INTERACTIVE_LIMIT
    )


def _fits_button(chip: Button) -> bool:
    return len(_line(chip.label)) <= BUTTON_TITLE_LIMIT


def _fits_row(chip: Button) -> bool:
    return len(_row_words(chip.label)[1]) <= ROW_DESCRIPTION_LIMIT


def _interactive(outbound: Outbound, kind: str, action: Json) -> Json:
    body = {"text": outbound.text.strip() or _BLANK}
    return {"type": "interactive", "interactive": {"type": kind, "body": body, "action": action}}


def _buttons(chips: Sequence[Button]) -> Json:
    titles = _unique([_line(chip.label) for chip in chips], BUTTON_TITLE_LIMIT)
    return {
        "buttons": [
            {"type": "reply", "reply": {"id": chip.id, "title": title}}
            for chip, title in zip(chips, titles, strict=True)
        ]
    }


def _list(outbound: Outbound) -> Json:
    words = [_row_words(chip.label) for chip in outbound.buttons]
    titles = _unique([title for title, _ in words], ROW_TITLE_LIMIT)
    rows = [
        {"id": chip.id, "title": title} | ({"description": rest} if rest else {})
        for chip, title, (_, rest) in zip(outbound.buttons, titles, words, strict=True)
    ]
    return {"button": cut(_line(outbound.menu), MENU_LIMIT), "sections": [{"rows": rows}]}


def _row_words(label: str) -> tuple[str, str]:
    """A row's title, and what of the label did not fit into it."""
    line = _line(label)
    if len(line) <= ROW_TITLE_LIMIT:
        return line, ""
    head = line[: ROW_TITLE_LIMIT + 1].rpartition(" ")[0].rstrip(" ,;:·-") or line[:ROW_TITLE_LIMIT]
    return head, line[len(head) :].strip(" ,;:·-")


def _unique(titles: Sequence[str], limit: int) -> list[str]:
    """The titles, a repeated one with its count behind it: equal titles are refused."""
    taken: set[str] = set()
    unique = []
    for title in titles:
        name, count = title, 1
        while name.casefold() in taken:
            count += 1
            mark = f" ({count})"
            name = title[: limit - len(mark)].rstrip() + mark
        taken.add(name.casefold())
        unique.append(name)
    return unique


def _numbered(outbound: Outbound) -> str:
    lines = [f"{place}. {_line(chip.label)}" for place, chip in enumerate(outbound.buttons, 1)]
    below = "\n\n" + "\n".join(lines) if lines else ""
    if len(below) >= TEXT_LIMIT:
        return cut(outbound.text.strip() + below, TEXT_LIMIT)
    return (cut(outbound.text.strip(), TEXT_LIMIT - len(below)) + below).strip() or _BLANK


def _line(label: str) -> str:
    return " ".join(label.split()) or _BLANK


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words; an ellipsis tells that something is gone."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    head = kept.rpartition(" ")[0] if text[limit - 1 : limit].strip() else kept
    return (head.rstrip() or kept) + "…"
