"""Errors as our callers see them: `{"error": ..., "remedy": ...}`."""

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from engine.errors import UnavailableError

log = structlog.get_logger()

RETRY_AFTER_S = 5


class Problem(Exception):
    """An answer that refuses, raised wherever it is noticed."""

    def __init__(self, status: int, error: str, remedy: str) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.remedy = remedy


def unavailable(reason: str) -> Problem:
    """503: nothing was done, and the same request may succeed later."""
    return Problem(503, reason, "Nothing was stored. Send the same request again.")


def handle_problems(app: FastAPI) -> None:
    """Give every error of the app one shape."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(UnavailableError, _down)
    app.add_exception_handler(TimeoutError, _late)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _fault)


def _answer(status: int, error: str, remedy: str) -> JSONResponse:
    headers = {"retry-after": str(RETRY_AFTER_S)} if status == 503 else None  # noqa: PLR2004
    return JSONResponse({"error": error, "remedy": remedy}, status, headers)


async def _problem(_: Request, fault: Exception) -> JSONResponse:
    if not isinstance(fault, Problem):
        raise fault
    return _answer(fault.status, fault.error, fault.remedy)


async def _down(request: Request, fault: Exception) -> JSONResponse:
    log.error("http.unavailable", path=_route(request), reason=str(fault))
    return await _problem(request, unavailable("A store we depend on is down."))


async def _late(request: Request, _: Exception) -> JSONResponse:
    log.error("http.unavailable", path=_route(request), reason="timeout")
    return await _problem(request, unavailable("A store we depend on did not answer in time."))


async def _http(_: Request, fault: Exception) -> JSONResponse:
    if not isinstance(fault, HTTPException):
        raise fault
    return _answer(fault.status_code, str(fault.detail), "Check the path and the method.")


async def _invalid(_: Request, fault: Exception) -> JSONResponse:
    if not isinstance(fault, RequestValidationError):
        raise fault
    names = ", ".join(".".join(str(part) for part in error["loc"]) for error in fault.errors())
    return _answer(422, f"The request is not as it should be: {names}.", "Correct these and retry.")


async def _fault(request: Request, fault: Exception) -> JSONResponse:
    log.error("http.fault", path=_route(request), exc_info=fault)
    return _answer(500, "Something of ours failed.", "It was logged; send the request again later.")


def _route(request: Request) -> str:
    """The route's pattern rather than the path, which may hold a token."""
    return str(getattr(request.scope.get("route"), "path", "?"))
