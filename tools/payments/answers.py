"""Daraja's answers as types. Pure: any bytes are read, none raises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from engine.net.answer import Answered, NoAnswer, NotSent, Outcome

BAD_TOKEN = "404.001.03"  # noqa: S105 - an error code
SPIKE = "500.003."
"""Too many requests or too busy, before anything was looked at."""
OK, TOO_MANY, SERVER_ERROR = 200, 429, 500
TOKEN_LIFE_S = 3599
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Accepted:
    """The prompt is on its way; its outcome comes to the callback."""

    checkout_request_id: str
    merchant_request_id: str


@dataclass(frozen=True, slots=True)
class PushRefused:
    """Daraja sent no prompt and says why (`500.001.1001`, ...)."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class NotAsked:
    """The request surely had no effect; unless `final` it may be made again."""

    reason: str
    throttled: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nobody knows whether the request had its effect."""

    reason: str


@dataclass(frozen=True, slots=True)
class SaidPaid:
    """The query says that it was paid."""


@dataclass(frozen=True, slots=True)
class SaidOther:
    """The query says anything else, or nothing: no proof of anything.

    Attributes:
        answered: Daraja did answer; asking again soon would tell nothing new.
    """

    said: str
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """An access token, good for `lasts_s` seconds."""

    value: str = field(repr=False)
    lasts_s: int


PushAnswer: TypeAlias = Accepted | PushRefused | NotAsked | Unanswered
QueryAnswer: TypeAlias = SaidPaid | SaidOther


def read_push(answer: Answered | NoAnswer | NotAsked) -> PushAnswer:
    """Read the answer to an STK push."""
    match answer:
        case NotAsked():
            return answer
        case NoAnswer():
            return Unanswered(answer.reason)
        case Answered():
            return _pushed(answer)
        case _:
            assert_never(answer)


def read_query(answer: Answered | NoAnswer | NotAsked) -> QueryAnswer:
    """Read the answer to a query; its result code is text, and only "0" is believed."""
    if not isinstance(answer, Answered):
        return SaidOther(answer.reason, answered=False)
    told = _mapping(answer)
    if answer.status == OK and _text(told, "ResultCode") == "0":
        return SaidPaid()
    return SaidOther(_text(told, "ResultCode") or _text(told, "errorCode") or str(answer.status))


def read_token(answer: Outcome) -> Token | NotAsked:
    """Read the answer to a request for a token; without one, nothing was asked."""
    if isinstance(answer, NotSent | NoAnswer):
        return NotAsked(answer.reason)
    told = _mapping(answer)
    value, lasts = _text(told, "access_token"), _text(told, "expires_in")
    if answer.status == OK and value:
        return Token(value, int(lasts) if lasts.isdecimal() else TOKEN_LIFE_S)
    later = answer.status == TOO_MANY or answer.status >= SERVER_ERROR
    code = _text(told, "errorCode") or str(answer.status)
    return NotAsked(f"no access token: {code}", answer.status == TOO_MANY, final=not later)


def is_bad_token(answer: Answered) -> bool:
    """Tell whether the token was the trouble: the request itself was not looked at."""
    return _text(_mapping(answer), "errorCode") == BAD_TOKEN


def _pushed(answer: Answered) -> PushAnswer:
    told = _mapping(answer)
    checkout, error = _text(told, "CheckoutRequestID"), _text(told, "errorCode")
    if answer.status == OK and _text(told, "ResponseCode") == "0" and checkout:
        return Accepted(checkout, _text(told, "MerchantRequestID"))
    if answer.status == TOO_MANY or error.startswith(SPIKE):
        return NotAsked(error or str(TOO_MANY), throttled=True)
    if error:
        return PushRefused(error, _text(told, "errorMessage"))
    if _text(told, "ResponseCode") not in ("", "0"):
        return PushRefused(_text(told, "ResponseCode"), _text(told, "ResponseDescription"))
    return Unanswered(f"HTTP {answer.status} without a word of Daraja's")


def _mapping(answer: Answered) -> Mapping[object, object]:
    told = answer.json()
    return told if isinstance(told, Mapping) else {}


def _text(told: Mapping[object, object], name: str) -> str:
    value = told.get(name)
    fits = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value)[:LONGEST] if fits else ""
