"""Sends messages over Meta's Graph API."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from channels.whatsapp.verdict import Permanent, Refusal, Verdict, verdict
from engine.net.http import Http, Request

VERSION = "v24.0"
"""Meta keeps a version for about two years."""

_INVALID_PARAMETER = 100
_NUMBER_ID = re.compile(r"[0-9]{1,32}", re.ASCII)
_PHONE = re.compile(r"\+?([1-9][0-9]{6,14})", re.ASCII)
_USER_ID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,150}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Account:
    """The business's number as it sends: its Graph id and its access token."""

    phone_number_id: str
    access_token: str

    def __repr__(self) -> str:
        """Without the token, which would end up in a log."""
        return f"Account({self.phone_number_id!r})"


class GraphClient:
    """One for all tenants; the account comes with each message."""

    def __init__(self, http: Http, base_url: str, version: str = VERSION) -> None:
        self._http = http
        self._root = f"{base_url.rstrip('/')}/{version}"

    async def send(
        self, account: Account, recipient: str, message: Mapping[str, object]
    ) -> Verdict:
        """Send one message.

        Args:
            account: who sends.
            recipient: a phone (`+2547...` or `2547...`), Meta's business-scoped user id
                (`KE.1349...`), or either behind `whatsapp:`.
            message: as `shape` made it.
        """
        to = _address(recipient)
        if to is None or not _NUMBER_ID.fullmatch(account.phone_number_id):
            return Permanent(_INVALID_PARAMETER, Refusal.INVALID)
        body = {"messaging_product": "whatsapp", "recipient_type": "individual", **to, **message}
        return verdict(
            await self._http.send(
                Request(
                    "POST",
                    f"{self._root}/{account.phone_number_id}/messages",
                    headers={
                        "authorization": f"Bearer {account.access_token}",
                        "content-type": "application/json",
                    },
                    body=json.dumps(body).encode(),
                )
            )
        )


def _address(recipient: str) -> Mapping[str, str] | None:
    name = recipient.removeprefix("whatsapp:")
    if phone := _PHONE.fullmatch(name):
        return {"to": phone[1]}
    return {"recipient": name} if _USER_ID.fullmatch(name) else None
