"""Errors as Meta's Graph API words them."""

import secrets

from fastapi.responses import JSONResponse

_STATUS_AND_TITLE: dict[int, tuple[int, str]] = {
    4: (400, "Application request limit reached"),
    10: (403, "Application does not have permission for this action"),
    33: (400, "Parameter value is not valid"),
    100: (400, "Invalid parameter"),
    190: (401, "Invalid OAuth access token"),
    368: (403, "Temporarily blocked for policies violations"),
    80007: (400, "Rate limit issues"),
    130429: (429, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    131000: (500, "Something went wrong"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131026: (400, "Message undeliverable"),
    131031: (403, "Account has been locked"),
    131042: (400, "Business eligibility payment issue"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
}


class Refused(Exception):
    """The API answers with an error."""

    def __init__(self, code: int, details: str = "", subcode: int | None = None) -> None:
        super().__init__(details)
        self.code = code
        self.details = details
        self.subcode = subcode


def error_answer(refused: Refused, headers: dict[str, str] | None = None) -> JSONResponse:
    """Give the answer as the API would, with a trace id of its own."""
    status, title = _STATUS_AND_TITLE.get(refused.code, (400, "Unknown error"))
    error: dict[str, object] = {
        "message": f"(#{refused.code}) {title}",
        "type": "OAuthException",
        "code": refused.code,
        "error_data": {"messaging_product": "whatsapp", "details": refused.details or title},
        "fbtrace_id": "A" + secrets.token_urlsafe(16),
    }
    if refused.subcode is not None:
        error["error_subcode"] = refused.subcode
    return JSONResponse({"error": error}, status, headers)


def title_of(code: int) -> str:
    """The title that goes with a code."""
    return _STATUS_AND_TITLE.get(code, (400, "Unknown error"))[1]
