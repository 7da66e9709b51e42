"""Anthropic's messages."""

import hmac
import secrets
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from sandbox.models.behaving import Denied, Words, behave
from sandbox.models.book import Heard, ModelsBook, Used
from sandbox.models.strict import faults

GONE = ("temperature", "top_p", "top_k")
"""Removed with the version 2026-10-21 of the API."""
_TYPES = {401: "authentication_error", 429: "rate_limit_error", 400: "invalid_request_error"}


class Anthropic:
    """The endpoint; a fault's `where` is "anthropic"."""

    def __init__(self, book: ModelsBook) -> None:
        self._book = book

    def routes(self) -> APIRouter:
        """Give the endpoint."""
        router = APIRouter()
        router.add_api_route("/v1/messages", self.message, methods=["POST"])
        return router

    async def message(self, request: Request) -> Response:
        """Answer a message."""
        if not hmac.compare_digest(_key(request).encode(), self._book.keys["anthropic"].encode()):
            return _denied(Denied(401))
        if not request.headers.get("anthropic-version"):
            return _denied(Denied(400), "anthropic-version: header is required")
        heard = _heard(await request.json())
        if isinstance(heard, str):
            return _denied(Denied(400), heard)
        said = await behave(self._book, heard, request)
        if isinstance(said, Response):
            return said
        if isinstance(said, Denied):
            return _denied(said)
        return JSONResponse(_answer(heard, said, self._book.used(heard, said.text)))


def _key(request: Request) -> str:
    """Either header carries it: the older one goes before."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    return request.headers.get("x-api-key", bearer)


def _heard(body: dict[str, Any]) -> Heard | str:
    """Read a request; a text says what the API would refuse."""
    if gone := next((name for name in GONE if name in body), ""):
        return f"{gone}: Extra inputs are not permitted"
    wanted = body.get("output_config", {}).get("format", {})
    if wanted.get("type") != "json_schema":
        return "This stand-in answers output_config.format json_schema alone."
    if wrong := next(faults(wanted.get("schema")), ""):
        return f"output_config.format.schema: {wrong}"
    if not body.get("max_tokens"):
        return "max_tokens: Field required"
    stable = tuple(block["text"] for block in body.get("system", []))
    (message,) = (one["content"] for one in body["messages"])
    schema = wanted["schema"]
    named = "sorted_message" if "time_words" in schema["properties"] else ""
    return Heard("anthropic", body["model"], stable, message, named, schema)


def _answer(heard: Heard, said: Words, used: Used) -> dict[str, Any]:
    return {
        "id": f"msg_{secrets.token_hex(12)}",
        "type": "message",
        "role": "assistant",
        "model": f"stand-in-for-{heard.model}",
        "content": [{"type": "text", "text": said.text}],
        "stop_reason": "refusal" if said.refused else "end_turn",
        "stop_sequence": None,
        "usage": {
            "input_tokens": used.fresh,
            "cache_read_input_tokens": used.cached,
            "cache_creation_input_tokens": used.written,
            "output_tokens": used.out,
        },
    }


def _denied(denied: Denied, message: str = "Told by the sandbox.") -> JSONResponse:
    kind = _TYPES.get(denied.status, "api_error")
    body = {"type": "error", "error": {"type": kind, "message": message}}
    headers = {"retry-after": denied.retry_after} if denied.retry_after else {}
    return JSONResponse(body, denied.status, headers)
