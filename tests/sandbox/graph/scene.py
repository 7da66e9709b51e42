"""A number, a customer, the messages one may send, and who gets the webhooks."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Request

from sandbox.serving import running

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
ACCOUNT = "105500000000001"
CUSTOMER = "254712345678"
PATH = f"/v24.0/{ACCOUNT}/messages"
SECRET = b"app-secret-of-a-test"
BEARER = {"authorization": "Bearer good"}


class Product:
    """A webhook's receiver: keeps what it was sent, refuses what is not signed."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []
        self.url = ""

    async def take(self, request: Request) -> dict[str, bool]:
        body = await request.body()
        signed = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        assert request.headers["x-hub-signature-256"] == signed
        self.bodies.append(json.loads(body)["entry"][0]["changes"][0]["value"])
        return {"ok": True}


@asynccontextmanager
async def product() -> AsyncIterator[Product]:
    app, there = FastAPI(), Product()
    app.add_api_route("/hook", there.take, methods=["POST"])
    async with running(app) as base_url:
        there.url = f"{base_url}/hook"
        yield there


def text(body: str = "Karibu", **more: object) -> dict[str, object]:
    part = {"type": "text", "text": {"body": body}}
    return {"messaging_product": "whatsapp", "to": CUSTOMER, **part, **more}


def buttons(*titles: str, words: str = "Confirm?") -> dict[str, object]:
    rows = [
        {"type": "reply", "reply": {"id": f"t|1|{place}", "title": title}}
        for place, title in enumerate(titles)
    ]
    return interactive({"type": "button", "body": {"text": words}, "action": {"buttons": rows}})


def listed(*titles: str, button: str = "Choose", **section: object) -> dict[str, object]:
    rows = [{"id": f"t|1|{place}", "title": title} for place, title in enumerate(titles)]
    action = {"button": button, "sections": [{"rows": rows, **section}]}
    return interactive({"type": "list", "body": {"text": "Which?"}, "action": action})


def interactive(part: Mapping[str, object]) -> dict[str, object]:
    return {
        "messaging_product": "whatsapp",
        "to": CUSTOMER,
        "type": "interactive",
        "interactive": dict(part),
    }
