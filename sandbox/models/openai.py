"""OpenAI's chat completions."""

import hmac
import secrets
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from sandbox.models.behaving import Denied, Words, behave
from sandbox.models.book import Heard, ModelsBook, Used
from sandbox.models.strict import faults

_TYPES = {401: "invalid_request_error", 429: "rate_limit_error", 400: "invalid_request_error"}


class OpenAI:
    """The endpoint; a fault's `where` is "openai"."""

    def __init__(self, book: ModelsBook) -> None:
        self._book = book

    def routes(self) -> APIRouter:
        """Give the endpoint."""
        router = APIRouter()
        router.add_api_route("/v1/chat/completions", self.complete, methods=["POST"])
        return router

    async def complete(self, request: Request) -> Response:
        """Answer a conversation."""
        given = request.headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self._book.keys['openai']}".encode()):
            return _denied(Denied(401))
        heard = _heard(await request.json())
        if isinstance(heard, str):
            return _denied(Denied(400), heard)
        said = await behave(self._book, heard, request)
        if isinstance(said, Response):
            return said
        if isinstance(said, Denied):
            return _denied(said)
        return JSONResponse(_completion(heard, said, self._book.used(heard, said.text)))


def _heard(body: dict[str, Any]) -> Heard | str:
    """Read a request; a text says what the API would refuse."""
    wanted = body.get("response_format", {})
    form = wanted.get("json_schema", {})
    if wanted.get("type") != "json_schema" or form.get("strict") is not True:
        return "This stand-in answers strict json_schema alone."
    if wrong := next(faults(form.get("schema")), ""):
        return f"Invalid schema for response_format '{form.get('name')}': {wrong}"
    messages = body.get("messages", [])
    if [one.get("role") for one in messages] != ["system", "user"]:
        return "This stand-in takes one system and one user message."
    stable, message = (one["content"] for one in messages)
    return Heard("openai", body["model"], (stable,), message, form["name"], form["schema"])


def _completion(heard: Heard, said: Words, used: Used) -> dict[str, Any]:
    """As the API shapes it: prompt_tokens count what is cached and written, too."""
    message = {
        "role": "assistant",
        "content": None if said.refused else said.text,
        "refusal": said.text if said.refused else None,
    }
    read = used.fresh + used.cached + used.written
    return {
        "id": f"chatcmpl-{secrets.token_hex(12)}",
        "object": "chat.completion",
        "created": 0,
        "model": f"stand-in-for-{heard.model}",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": {
            "prompt_tokens": read,
            "completion_tokens": used.out,
            "total_tokens": read + used.out,
            "prompt_tokens_details": {
                "cached_tokens": used.cached,
                "cache_write_tokens": used.written,
            },
        },
    }


def _denied(denied: Denied, message: str = "Told by the sandbox.") -> JSONResponse:
    kind = _TYPES.get(denied.status, "server_error")
    body = {"error": {"message": message, "type": kind, "param": None, "code": None}}
    headers = {"retry-after": denied.retry_after} if denied.retry_after else {}
    return JSONResponse(body, denied.status, headers)
