"""Takes replies from the outbox to WhatsApp."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, assert_never

import structlog

from channels.loose import items, mapping, text
from channels.whatsapp.client import Account, GraphClient
from channels.whatsapp.shape import shape
from channels.whatsapp.template import template
from channels.whatsapp.verdict import (
    Permanent,
    Refusal,
    Sent,
    Throttled,
    Transient,
    Unknown,
    Verdict,
)
from engine.model.message import Button, Outbound
from engine.model.tenant import Tenant
from engine.store import delivery
from engine.store.delivery import Delivery, OutboxRow
from engine.store.records import Incoming

log = structlog.get_logger()

PREFIX = "whatsapp:"
TOKEN = "whatsapp_token"  # noqa: S105 - the credential's name
PAUSE_S = 300.0
"""While an account cannot send at all its rows wait, rather than be parked one by one."""
_WORDS_LIMIT = 1 << 16
_PAUSES = frozenset({Refusal.TOKEN, Refusal.ACCOUNT})


class Secrets(Protocol):
    """Where a tenant's credentials are kept."""

    async def of(self, slug: str) -> Mapping[str, str]:
        """All credentials of a tenant, by name."""
        ...


class WhatsAppCarrier:
    """The carrier of kinds `reply` and `notify` whose recipient is on WhatsApp."""

    def __init__(self, graph: GraphClient, secrets: Secrets) -> None:
        self._graph = graph
        self._secrets = secrets
        self._accounts: dict[str, Account] = {}

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Send one reply; words that come too late for free text go in the business's template.

        A token that is refused, or a number that is not set up, pauses the tenant's rows and
        raises the alarm `whatsapp.account_refused`; the token is read anew on the next try.
        """
        if not row.recipient.startswith(PREFIX):
            return delivery.Refused("channel", f"{row.recipient.partition(':')[0]} is not WhatsApp")
        account = await self._account(tenant)
        if account is None:
            return self._pause(tenant, "unset")
        message = shape(outbound(row.body))
        verdict = await self._graph.send(account, row.recipient, message)
        instead = template(row.body)
        if instead and isinstance(verdict, Permanent) and verdict.why is Refusal.OUTSIDE_WINDOW:
            verdict = await self._graph.send(account, row.recipient, instead)
        return self._delivery(tenant, verdict)

    def stranded(self, _tenant: Tenant, _row: OutboxRow) -> tuple[Incoming, ...]:
        """Nothing: a reply that was cut off is sent again."""
        return ()

    def _delivery(self, tenant: Tenant, verdict: Verdict) -> Delivery:
        match verdict:
            case Sent(provider_message_id):
                return delivery.Sent(provider_message_id)
            case Throttled(code, wait_s):
                return delivery.Retry(str(code), wait_s, throttled=True)
            case Transient(reason):
                return delivery.Retry(reason)
            case Unknown(reason):
                return delivery.Uncertain(reason)
            case Permanent(code, why) if why in _PAUSES:
                return self._pause(tenant, str(code))
            case Permanent(code, why):
                return delivery.Refused(str(code), why.value)
            case _:
                assert_never(verdict)

    def _pause(self, tenant: Tenant, code: str) -> Delivery:
        self._accounts.pop(tenant.slug, None)
        log.error("whatsapp.account_refused", tenant=tenant.slug, code=code, pause_s=PAUSE_S)
        return delivery.Retry(code, PAUSE_S, held=True)

    async def _account(self, tenant: Tenant) -> Account | None:
        """The tenant's number and token; a token is read once and again after it was refused."""
        number = tenant.whatsapp_phone_number_id
        known = self._accounts.get(tenant.slug)
        if known is not None and known.phone_number_id == number:
            return known
        token = (await self._secrets.of(tenant.slug)).get(TOKEN)
        if not (number and token):
            return None
        account = self._accounts[tenant.slug] = Account(number, token)
        return account


def outbound(body: Mapping[str, object]) -> Outbound:
    """A row's body as a reply: `text`, `buttons` of `id` and `label`, `menu`."""
    chips = tuple(
        Button(text(each.get("id"), _WORDS_LIMIT), text(each.get("label"), _WORDS_LIMIT))
        for each in map(mapping, items(body.get("buttons")))
    )
    reply = Outbound(text(body.get("text"), _WORDS_LIMIT), chips)
    menu = text(body.get("menu"), _WORDS_LIMIT)
    return replace(reply, menu=menu) if menu else reply
