"""From journal entries to the report of a turn."""

from collections.abc import Iterator, Mapping, Sequence

from engine.journal.entry import Entry
from engine.machine.step import state_name
from engine.model.event import Words
from engine.model.message import Outbound
from engine.model.session import Session
from engine.model.understanding import Understanding
from engine.model.value import Scalar, Status
from ratiba.talk.ledger import Page
from ratiba.talk.report import QuickReply, Reply, Turn

SAID = "say "
IDLE = "IDLE"
HANDLES = frozenset({"contact", "hold", "appointment", "payment"})
"""Types of what tools make for tools: nothing that a customer said or was told."""


def tell(number: int, page: Page, before: Turn | None, ms: float) -> Turn:
    """Report an act by the entries that followed it.

    Args:
        number: of the act.
        page: the entries; none if nothing came of it.
        before: the report of the act before: what this one leaves open stays as it was.
        ms: how long it took.
    """
    last = before or Turn(0, IDLE, "", "other", 0.0, "", {}, (), (), 0.0)
    heard = _heard(page.entries)
    moves = [move for entry in page.entries for move in entry.moves]
    return Turn(
        turn=number,
        state=state_name(page.session) if page.session else last.state,
        flow=_flow(page.session) or (moves[-1].flow if moves else last.flow),
        intent=heard.intent.name if heard else last.intent,
        confidence=round(heard.intent.confidence, 2) if heard else last.confidence,
        language=heard.language.label if heard else last.language,
        slots=_slots(page.session, last),
        replies=tuple(_reply(reply) for entry in page.entries for reply in entry.replies),
        effects=tuple(_effects(page.entries)),
        ms=ms,
        moves=tuple(_passed(page.entries)),
        heard=heard is not None,
        said=tuple(_said(page.entries)),
        session=page.session,
    )


def _heard(entries: Sequence[Entry]) -> Understanding | None:
    words = [entry.event.understanding for entry in entries if isinstance(entry.event, Words)]
    return words[-1] if words else None


def _flow(session: Session | None) -> str:
    return session.frames[-1].flow if session and session.frames else ""


def _slots(session: Session | None, last: Turn) -> Mapping[str, Scalar]:
    """What is known, outer flows first; a thread that is over keeps what was known."""
    if session is None or (session.ended and not session.frames):
        return last.slots
    return {
        name: held.value.value
        for frame in session.frames
        for name, held in frame.slots.items()
        if held.status is not Status.EMPTY and held.value.type not in HANDLES
        if held.value.value is not None
    }


def _reply(message: Outbound) -> Reply:
    chips = tuple(QuickReply(button.label, button.id) for button in message.buttons)
    return Reply(message.text, chips)


def _effects(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (effect for effect in entry.effects if not effect.startswith(SAID))


def _said(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (e.removeprefix(SAID) for e in entry.effects if e.startswith(SAID))


def _passed(entries: Sequence[Entry]) -> Iterator[str]:
    """The states on the way, each once in a row, the one it began in first, if it stood in one."""
    shown = ""
    for entry in entries:
        for move in entry.moves:
            for state in ((move.source or "").upper(), move.target.upper()):
                if state not in ("", shown):
                    yield state
                    shown = state
