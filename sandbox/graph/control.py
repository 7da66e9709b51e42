"""`/sandbox/...`: what a test, a demo or a person at the terminal does with the stand-in."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from sandbox.graph.book import GraphBook, Recorded, new_wamid
from sandbox.graph.webhook import Author, Webhooks


class Tap(BaseModel):
    """A tap on a button or row; with an empty id the title is looked up in what was sent."""

    title: str
    id: str = ""


class Says(BaseModel):
    """A customer's act.

    Attributes:
        account: the business's phone number id.
        phone: without `+`; may be empty if `user_id` is given.
        text: typed words; or `tap`; or `raw`, a message part of any type.
        id: of the message; "" makes one.
        times: how often the webhook is delivered, all at once.
    """

    account: str
    phone: str = ""
    user_id: str = ""
    name: str = ""
    text: str | None = None
    tap: Tap | None = None
    raw: dict[str, object] | None = None
    id: str = ""
    times: Annotated[int, Field(ge=1, le=1000)] = 1


class Said(BaseModel):
    """What became of it: the message's id, and each delivery's HTTP status (0: no answer)."""

    id: str
    statuses: list[int]


class Becomes(BaseModel):
    """A status to tell of a message that the product sent, `times` times at once."""

    id: str
    status: str
    code: int | None = None
    times: Annotated[int, Field(ge=1, le=1000)] = 1


class Address(BaseModel):
    """Where webhooks go."""

    url: str


def control_routes(book: GraphBook, webhooks: Webhooks) -> APIRouter:
    """Give the endpoints of the hidden side."""
    router = APIRouter(prefix="/sandbox")

    @router.get("/messages")
    async def messages(to: str = "", after: int = 0, wait: float = 0) -> list[Recorded]:
        """What the product sent; `wait` seconds for the first one."""
        return await book.wait_sent(to, after, wait) if wait else book.sent(to, after)

    @router.post("/customer")
    async def customer(says: Says) -> Said:
        """Write or tap as a customer: posts the signed webhook to the product."""
        message_id = says.id or new_wamid()
        content = {"id": message_id, **_content(book, says)}
        author = Author(says.phone.removeprefix("+"), says.user_id, says.name)
        posts = (webhooks.message(says.account, author, content) for _ in range(says.times))
        return Said(id=message_id, statuses=await asyncio.gather(*posts))

    @router.post("/statuses")
    async def statuses(becomes: Becomes) -> Said:
        """Tell the product what became of a message."""
        told = next((message for message in book.messages if message.id == becomes.id), None)
        if told is None:
            raise HTTPException(404, "No message has this id.")
        posts = (webhooks.status(told, becomes.status, becomes.code) for _ in range(becomes.times))
        return Said(id=told.id, statuses=await asyncio.gather(*posts))

    @router.put("/webhook")
    async def webhook(address: Address) -> None:
        """Say where webhooks go."""
        book.webhook_url = address.url

    return router


def _content(book: GraphBook, says: Says) -> dict[str, object]:
    if says.raw is not None:
        return says.raw
    if says.tap is not None:
        return _tap(book, says)
    return {"type": "text", "text": {"body": says.text or ""}}


def _tap(book: GraphBook, says: Says) -> dict[str, object]:
    tap = says.tap
    if tap is None:
        return {}
    to = says.phone or says.user_id
    last = next((message for message in reversed(book.sent(to)) if message.choices), None)
    found = [choice for choice in (last.choices if last else ()) if choice[1] == tap.title]
    if not tap.id and not found:
        raise HTTPException(409, f"Nothing sent to this customer can be tapped as {tap.title!r}.")
    reply = {"id": tap.id or found[0][0], "title": tap.title}
    kind = "list_reply" if last and len(last.choices) > 3 else "button_reply"  # noqa: PLR2004
    return {
        "type": "interactive",
        "interactive": {"type": kind, kind: reply},
        **({"context": {"from": says.account, "id": last.id}} if last else {}),
    }
