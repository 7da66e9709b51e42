"""A merchant, its token, a phone, and who is called back."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx2
from fastapi import FastAPI, Request

from sandbox.serving import running
from tests.web import Web

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
SHORTCODE = "174379"
PASSKEY = "passkey-of-a-test"
PHONE = "254712345678"
PUSH = "/mpesa/stkpush/v1/processrequest"
QUERY = "/mpesa/stkpushquery/v1/query"
STAMP = "20260601153000"


class Api(Web):
    """A caller with a token."""

    async def sign_in(self) -> None:
        answer = await self.get(
            "/oauth/v1/generate",
            params={"grant_type": "client_credentials"},
            auth=("key", "secret"),
        )
        told = answer.json()
        assert (answer.status_code, told["expires_in"]) == (200, "3599")
        self.headers["authorization"] = f"Bearer {told['access_token']}"

    async def prompt(self, **more: object) -> Any:
        answer = await self.post(PUSH, json=push(**more))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def ask(self, checkout: str) -> httpx2.Response:
        body = {
            "BusinessShortCode": SHORTCODE,
            "Password": password(),
            "Timestamp": STAMP,
            "CheckoutRequestID": checkout,
        }
        return await self.post(QUERY, json=body)

    async def phone(self, checkout: str, act: str, **params: float) -> Any:
        answer = await self.post(f"/sandbox/prompts/{checkout}/{act}", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()


def password(passkey: str = PASSKEY) -> str:
    return base64.b64encode(f"{SHORTCODE}{passkey}{STAMP}".encode()).decode()


def push(**more: object) -> dict[str, object]:
    return {
        "BusinessShortCode": SHORTCODE,
        "Password": password(),
        "Timestamp": STAMP,
        "TransactionType": "CustomerPayBillOnline",
        "Amount": 1500,
        "PartyA": PHONE,
        "PartyB": SHORTCODE,
        "PhoneNumber": PHONE,
        "CallBackURL": "http://127.0.0.1:9/webhooks/daraja/callback/token",
        "AccountReference": "Ratiba",
        "TransactionDesc": "Haircut",
        **more,
    }


class Product:
    """A callback's receiver."""

    def __init__(self) -> None:
        self.callbacks: list[Any] = []
        self.came = asyncio.Event()
        self.url = ""

    async def take(self, request: Request) -> dict[str, int]:
        self.callbacks.append((await request.json())["Body"]["stkCallback"])
        self.came.set()
        return {"ResultCode": 0}

    async def called(self) -> Any:
        await asyncio.wait_for(self.came.wait(), 5)
        return self.callbacks[0]


@asynccontextmanager
async def product() -> AsyncIterator[Product]:
    app, there = FastAPI(), Product()
    app.add_api_route("/callback", there.take, methods=["POST"])
    async with running(app) as base_url:
        there.url = f"{base_url}/callback"
        yield there
