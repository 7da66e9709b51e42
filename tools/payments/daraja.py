"""Safaricom's Daraja over HTTP: token, STK push, query. It decides nothing and stores nothing."""

import asyncio
import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from engine.clock import Clock
from engine.net.answer import Answered, NoAnswer, NotSent
from engine.net.http import Http, Request
from tools.payments.answers import (
    NotAsked,
    PushAnswer,
    QueryAnswer,
    is_bad_token,
    read_push,
    read_query,
    read_token,
)

ZONE = ZoneInfo("Africa/Nairobi")
"""Daraja's timestamps are on this clock, wherever the server stands."""
TOKEN_MARGIN = timedelta(seconds=60)
LONGEST_REFERENCE = 12
LONGEST_DESCRIPTION = 13
OAUTH = "/oauth/v1/generate?grant_type=client_credentials"
PUSH = "/mpesa/stkpush/v1/processrequest"
QUERY = "/mpesa/stkpushquery/v1/query"


@dataclass(frozen=True, slots=True)
class DarajaAccount:
    """A business's access to M-Pesa; nothing of it but the shortcode may be shown."""

    shortcode: str
    passkey: str = field(repr=False)
    consumer_key: str = field(repr=False)
    consumer_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Push:
    """A prompt to send.

    Attributes:
        phone: E.164 with `+`.
        amount: whole shillings, 1 or more.
        reference: shown on the prompt; cut to 12 characters.
    """

    phone: str
    amount: int
    reference: str
    callback_url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Token:
    value: str
    until: datetime


class Daraja:
    """A client for every tenant; tokens are kept by consumer key until a minute before the end."""

    def __init__(self, http: Http, base_url: str, clock: Clock) -> None:
        self._http = http
        self._root = base_url.rstrip("/")
        self._clock = clock
        self._tokens: dict[str, _Token] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def push(self, account: DarajaAccount, push: Push) -> PushAnswer:
        """Send one prompt.

        Returns:
            `Accepted`, `PushRefused`; `NotAsked` if it surely was not sent, or `Unanswered` if it
            may have been: then it is not sent again.
        """
        body = {
            **self._signed(account),
            "TransactionType": "CustomerPayBillOnline",
            "Amount": push.amount,
            "PartyA": push.phone.removeprefix("+"),
            "PartyB": account.shortcode,
            "PhoneNumber": push.phone.removeprefix("+"),
            "CallBackURL": push.callback_url,
            "AccountReference": push.reference[:LONGEST_REFERENCE],
            "TransactionDesc": push.reference[:LONGEST_DESCRIPTION],
        }
        return read_push(await self._ask(account, PUSH, body))

    async def query(self, account: DarajaAccount, checkout_request_id: str) -> QueryAnswer:
        """Ask what became of a prompt.

        Returns:
            `SaidPaid`, or `SaidOther`, which proves nothing.
        """
        body = {**self._signed(account), "CheckoutRequestID": checkout_request_id}
        return read_query(await self._ask(account, QUERY, body))

    async def _ask(
        self, account: DarajaAccount, path: str, body: Mapping[str, object]
    ) -> Answered | NoAnswer | NotAsked:
        """Post with a token; one that Daraja does not know (any more) is renewed once."""
        answer = await self._post(account, path, body)
        if isinstance(answer, Answered) and is_bad_token(answer):
            self._tokens.pop(account.consumer_key, None)
            answer = await self._post(account, path, body)
            if isinstance(answer, Answered) and is_bad_token(answer):
                return NotAsked("access token not accepted", final=True)
        return answer

    async def _post(
        self, account: DarajaAccount, path: str, body: Mapping[str, object]
    ) -> Answered | NoAnswer | NotAsked:
        token = await self._token(account)
        if isinstance(token, NotAsked):
            return token
        headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
        answer = await self._http.send(
            Request("POST", self._root + path, headers, json.dumps(body).encode())
        )
        return NotAsked(answer.reason) if isinstance(answer, NotSent) else answer

    async def _token(self, account: DarajaAccount) -> str | NotAsked:
        """Give a token; many askers at once fetch one."""
        async with self._locks.setdefault(account.consumer_key, asyncio.Lock()):
            kept = self._tokens.get(account.consumer_key)
            if kept is not None and self._clock.now() < kept.until:
                return kept.value
            return await self._new_token(account)

    async def _new_token(self, account: DarajaAccount) -> str | NotAsked:
        pair = f"{account.consumer_key}:{account.consumer_secret}".encode()
        headers = {"authorization": "Basic " + base64.b64encode(pair).decode()}
        asked_at = self._clock.now()
        answer = read_token(await self._http.send(Request("GET", self._root + OAUTH, headers)))
        if isinstance(answer, NotAsked):
            return answer
        until = asked_at + timedelta(seconds=answer.lasts_s) - TOKEN_MARGIN
        self._tokens[account.consumer_key] = _Token(answer.value, until)
        return answer.value

    def _signed(self, account: DarajaAccount) -> dict[str, str]:
        stamp = self._clock.now().astimezone(ZONE).strftime("%Y%m%d%H%M%S")
        password = base64.b64encode((account.shortcode + account.passkey + stamp).encode()).decode()
        return {"BusinessShortCode": account.shortcode, "Password": password, "Timestamp": stamp}
