"""Where conversations take place: a database of one's own, in it one business at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count

from engine.assembly.core import keyring, opened
from engine.clock import FixedClock
from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.model.flow import FlowSet
from engine.model.message import Sender
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.tenancy import transaction
from ratiba.chatting.sender import sender_of
from ratiba.conversing.business import Business, planned
from ratiba.conversing.conversation import Conversation, Switches
from ratiba.conversing.given import write_given
from ratiba.conversing.lines import Start
from ratiba.conversing.scene import Customer, Scene
from ratiba.instants import read_instant
from ratiba.keeping.pilot import PILOT
from ratiba.talk.stage import staged
from ratiba.testing.worlds import library
from tools.tenants.options import Options, read_options
from tools.tenants.service import Tenancy

SLUG = "converse"
DIAL = "cross_sell_aggressiveness"
_numbers = count(1)
"""Of all businesses of this process, whatever house opens them: it keeps what it has read."""


class House:
    """Opens one scene after the other.

    Args:
        settings: with a database that is thrown away afterwards.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @asynccontextmanager
    async def scene(self, start: Start) -> AsyncIterator[Scene]:
        """Seed a business and open it; it is dropped with the block.

        Raises:
            InputError: what is given does not fit together.
        """
        conversation, settings = start.conversation, self._settings
        slug = f"{SLUG}_{next(_numbers)}"  # not used again
        sender = _sender(conversation)
        phone = f"+{sender.user_id}"  # also where the channel does not tell it
        clock = FixedClock(read_instant(conversation.now, start.business.zone))
        async with opened(settings, clock) as core:
            tenancy = Tenancy(core.database, keyring(settings), clock)
            try:
                tenant = await _add(tenancy, slug, start)
                async with transaction(core.database, tenant) as tx:
                    await write_given(tx, conversation.given, sender, tenant.zone, clock.now())
                async with staged(settings, slug, now=conversation.now, library=library()) as stage:
                    talk = await stage.talk(sender, phone)
                    yield Scene(stage, talk, Customer(sender.customer_id, phone), _flows(tenant))
            finally:
                await tenancy.clear(slug)


def _sender(conversation: Conversation) -> Sender:
    given = conversation.given
    return sender_of(given.customer.phone, given.settings.channel, live=False)


async def _add(tenancy: Tenancy, slug: str, start: Start) -> Tenant:
    return await tenancy.add(
        slug,
        planned(start.business),
        whatsapp_number_id=slug,
        mpesa_shortcode=PILOT.mpesa_shortcode,
        options=_options(start.business, start.conversation.given.settings),
    )


def _options(business: Business, switches: Switches) -> Options:
    """What an operator sets, and credentials that open the sandboxes and nothing else."""
    notice = business.policy.cancel_notice_h
    told = {"address": business.area, "cancel_notice_hours": notice}
    dial = switches.cross_sell
    return replace(
        read_options(PILOT.settings),
        name=business.name,
        zone=business.zone,
        mpesa_enabled=switches.mpesa,
        settings={name: value for name, value in told.items() if value is not None},
        dials={} if dial is None else {DIAL: dial},
    )


def _flows(tenant: Tenant) -> FlowSet:
    found = library().world(tenant.vertical)
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return found.flows
