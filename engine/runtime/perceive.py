"""From what the inbox holds to an event: words are understood, a tap is a command."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.machine.hearing.expecting import expects
from engine.model.event import Due, Event, Happened, Tap, Unread, Words
from engine.model.message import TapReceived, TextReceived, Unsupported
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.understanding import Hearing, Understanding
from engine.nlu.understander import Understander
from engine.render.called import in_words
from engine.runtime.kit import Kit
from engine.store.records import Matter

TAP_PARTS = 3


async def perceive(
    matter: Matter,
    *,
    session: Session,
    tenant: Tenant,
    kit: Kit,
    understander: Understander,
    now: datetime,
) -> Event:
    """Turn what arrived into an event of the thread.

    Args:
        matter: the inbox row's content.
        session: where the thread stands: what its state expects weighs in.
        tenant: for its zone.
        kit: the tenant's words and hours.
        understander: rules first, a model where they are unsure.
        now: UTC.
    """
    if isinstance(matter, Happened | Due):
        return matter
    content = matter.content
    if isinstance(content, TapReceived):
        tap = _tap(content, session)
        if tap is not None:
            return tap
    if isinstance(content, Unsupported):
        return Unread(content.kind)
    text = content.text if isinstance(content, TextReceived) else content.title
    local = now.astimezone(ZoneInfo(tenant.zone))
    hearing = hearing_of(session, kit)
    return Words(await understander.understand(text, hearing, kit.vocabulary, local))


def hearing_of(session: Session, kit: Kit) -> Hearing:
    """What can be heard where the thread stands, with the choices in customers' words."""
    hearing = in_words(expects(kit.flows, session), kit.phrases)
    return replace(hearing, hours=kit.hours, thresholds=kit.flows.thresholds)


def _tap(content: TapReceived, session: Session) -> Tap | None:
    """A button's id is `<thread>|<prompt>|<value>`; one of another thread is an old button."""
    parts = content.id.split("|", TAP_PARTS - 1)
    if len(parts) != TAP_PARTS or not parts[1].isdigit():
        return None
    prompt = int(parts[1]) if parts[0] == session.thread_id else 0
    return Tap(prompt, parts[2])


def understood(event: Event) -> Understanding | None:
    """The understanding an event carries, if it is words."""
    return event.understanding if isinstance(event, Words) else None
