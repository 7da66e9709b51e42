"""Errors as Safaricom's Daraja words them; the code's first part is the HTTP status."""

import secrets

from fastapi.responses import JSONResponse


class Refused(Exception):
    """The API answers with an error."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


INVALID_TOKEN = Refused("404.001.03", "Invalid Access Token")
INVALID_CREDENTIALS = Refused("400.008.01", "Invalid Authentication passed")
INVALID_GRANT = Refused("400.008.02", "Invalid grant type passed")
WRONG_PASSWORD = Refused("500.001.1001", "Wrong credentials")
PROCESSING = Refused("500.001.1001", "The transaction is being processed")
BUSY_SUBSCRIBER = Refused(
    "500.001.1001",
    "Unable to lock subscriber, a transaction is already in process for the current subscriber",
)
CANCELLED = Refused("500.002.1001", "Request cancelled by user")
NO_TRANSACTION = Refused("500.001.1001", "The transaction does not exist")

_BY_CODE = {
    refused.code: refused for refused in (INVALID_TOKEN, INVALID_CREDENTIALS, PROCESSING, CANCELLED)
}


def invalid(field: str) -> Refused:
    """A field that is missing or malformed."""
    return Refused("400.002.02", f"Bad Request - Invalid {field}")


def of_code(code: str) -> Refused:
    """The error that goes with a code."""
    return _BY_CODE.get(code, Refused(code, "Internal Server Error"))


def error_answer(refused: Refused, headers: dict[str, str] | None = None) -> JSONResponse:
    """Give the answer as the API would."""
    status = int(refused.code.split(".", 1)[0])
    body = {
        "requestId": request_id(),
        "errorCode": refused.code,
        "errorMessage": refused.message,
    }
    return JSONResponse(body, status, headers)


def request_id() -> str:
    """Like `29115-34620561-1`."""
    return f"{secrets.randbelow(90_000) + 10_000}-{secrets.randbelow(10**8):08d}-1"
