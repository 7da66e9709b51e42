"""Webhooks as Meta posts them: enveloped, signed, and counted."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from engine.net.answer import Answered
from engine.net.http import Http, Request
from sandbox.graph.book import GraphBook, Recorded
from sandbox.graph.errors import title_of

BUSINESS_ACCOUNT = "102290129340398"
DISPLAY_NUMBER = "254700000000"


@dataclass(frozen=True, slots=True)
class Author:
    """Who a customer's message is from; a phone, a user id, or both."""

    phone: str = ""
    user_id: str = ""
    name: str = ""


class Webhooks:
    """Posts to the product on behalf of Meta."""

    def __init__(self, book: GraphBook, http: Http) -> None:
        self._book = book
        self._http = http

    async def message(self, account: str, author: Author, content: Mapping[str, object]) -> int:
        """Post a customer's message; gives the HTTP status, 0 if nobody answered.

        Args:
            account: the phone number id written to.
            author: who wrote.
            content: `id`, `type` and the type's own part.
        """
        profile = {"profile": {"name": author.name}} if author.name else {}
        ids = {"wa_id": author.phone, "user_id": author.user_id}
        contact = {**profile, **{key: value for key, value in ids.items() if value}}
        sender = {"from": author.phone, "from_user_id": author.user_id}
        stamp = str(int(self._book.clock.now().timestamp()))
        sent = {key: value for key, value in sender.items() if value}
        message = {**sent, "timestamp": stamp, **content}
        return await self.post(account, {"contacts": [contact], "messages": [message]})

    async def status(self, told: Recorded, status: str, code: int | None = None) -> int:
        """Post what became of a message that the product sent."""
        stamp = str(int(self._book.clock.now().timestamp()))
        row: dict[str, object] = {
            "id": told.id,
            "status": status,
            "timestamp": stamp,
            "recipient_id": told.to,
        }
        if code is not None:
            row["errors"] = [{"code": code, "title": title_of(code), "message": title_of(code)}]
        return await self.post(told.account, {"statuses": [row]})

    async def tell_all(self, told: Recorded) -> None:
        """Post the life of a message that arrives and is read."""
        for status in ("sent", "delivered", "read"):
            await self.status(told, status)

    async def post(self, account: str, value: Mapping[str, object]) -> int:
        """Post a `messages` change of one account, signed."""
        metadata = {"display_phone_number": DISPLAY_NUMBER, "phone_number_id": account}
        change = {"messaging_product": "whatsapp", "metadata": metadata, **value}
        entry = {"id": BUSINESS_ACCOUNT, "changes": [{"field": "messages", "value": change}]}
        envelope = {"object": "whatsapp_business_account", "entry": [entry]}
        return await self.post_raw(json.dumps(envelope).encode())

    async def post_raw(self, body: bytes, signature: str | None = None) -> int:
        """Post a body as it is, with its right signature unless another is given."""
        if not self._book.webhook_url:
            return 0
        headers = {
            "content-type": "application/json",
            "x-hub-signature-256": sign(body, self._book.app_secret)
            if signature is None
            else signature,
        }
        outcome = await self._http.send(
            Request("POST", self._book.webhook_url, headers=headers, body=body)
        )
        return outcome.status if isinstance(outcome, Answered) else 0


def sign(body: bytes, app_secret: bytes) -> str:
    """The value of `X-Hub-Signature-256`."""
    return "sha256=" + hmac.new(app_secret, body, hashlib.sha256).hexdigest()
