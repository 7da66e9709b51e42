"""The Graph API's own endpoint: POST /{version}/{phone_number_id}/messages."""

import hmac

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from sandbox.errands import Errands
from sandbox.faults import Fault, Kind
from sandbox.graph.book import GraphBook, Recorded
from sandbox.graph.errors import Refused, error_answer
from sandbox.graph.message import Message
from sandbox.graph.webhook import Webhooks

WHERE = "messages"


def api_routes(book: GraphBook, webhooks: Webhooks, errands: Errands) -> APIRouter:
    """Give the endpoint; a fault's `where` for it is "messages"."""
    router = APIRouter()

    @router.post("/{version}/{phone_number_id}/messages")
    async def send(version: str, phone_number_id: str, request: Request) -> Response:
        """Take a message as Meta does: checked, recorded, answered with its id."""
        fault = book.faults.take(WHERE)
        try:
            _check_path(version, phone_number_id)
            _check_bearer(book, request)
            if fault and not fault.acted and (answer := await _misbehave(book, fault, request)):
                return answer
            message = _message(await request.body())
            recorded = await book.record(phone_number_id, message)
            if book.tell_statuses:
                errands.run(webhooks.tell_all(recorded))
            if fault and fault.acted and (answer := await _misbehave(book, fault, request)):
                return answer
        except Refused as refused:
            return error_answer(refused, fault.header if fault else None)
        return JSONResponse(_accepted(message, recorded))

    return router


async def _misbehave(book: GraphBook, fault: Fault, request: Request) -> Response | None:
    if fault.kind is Kind.CODE:
        raise Refused(int(fault.value or 131000))
    return await book.faults.play(fault, request)


def _check_path(version: str, phone_number_id: str) -> None:
    if not (version.startswith("v") and phone_number_id.isdigit()):
        raise Refused(100, f"Object with ID '{phone_number_id}' does not exist", subcode=33)


def _check_bearer(book: GraphBook, request: Request) -> None:
    given = request.headers.get("authorization", "")
    if not hmac.compare_digest(given.encode(), f"Bearer {book.access_token}".encode()):
        raise Refused(190, "Authentication Error")


def _message(body: bytes) -> Message:
    try:
        return Message.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        code = 131008 if first["type"] == "missing" else 131009
        raise Refused(code if where else 100, f"{where}: {first['msg']}".strip(": ")) from error


def _accepted(message: Message, recorded: Recorded) -> dict[str, object]:
    known = "wa_id" if message.to else "user_id"
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": message.to or message.recipient, known: recorded.to}],
        "messages": [{"id": recorded.id}],
    }
