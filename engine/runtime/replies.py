"""What a step says, as messages, and the messages as rows that go out."""

from zoneinfo import ZoneInfo

from engine.model.effect import Step
from engine.model.facts import fact_kinds
from engine.model.handler import TurnContext
from engine.model.message import Outbound
from engine.model.session import Session
from engine.model.value import Scalar
from engine.render.context import RenderContext
from engine.runtime.kit import Kit
from engine.store.records import OutboxItem


def around(step: Step, kit: Kit, context: TurnContext) -> RenderContext:
    """What the replies of a turn are rendered in: the language of the session it leads to."""
    zone = ZoneInfo(context.tenant.zone)
    return RenderContext(
        book=kit.phrases,
        tenant=context.tenant,
        locale=step.session.locale,
        channel=step.session.channel,
        now=context.now.astimezone(zone),
        thread_id=step.session.thread_id,
        customer={"phone": context.phone, "name": context.profile_name},
        about=kit.about,
        kinds=fact_kinds(kit.flows.tools.values()),
        terms=step.session.terms,
    )


def outbox(
    session: Session, replies: tuple[Outbound, ...], template: Scalar = None
) -> tuple[OutboxItem, ...]:
    """The replies, addressed to where the customer wrote last.

    Args:
        session: where the thread stands.
        replies: in order.
        template: name of the template in which a channel carries what nobody asked for, should
            it no longer take free words from us.
    """
    instead = {"template": {"name": template, "language": session.locale}} if template else {}
    return tuple(
        OutboxItem(
            recipient=f"{session.channel}:{session.address}",
            kind="reply",
            body={
                "text": reply.text,
                "menu": reply.menu,
                "buttons": [{"id": button.id, "label": button.label} for button in reply.buttons],
                **instead,
            },
        )
        for reply in replies
    )
