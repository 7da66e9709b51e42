"""What the Graph API said of a message, sorted by what the sender does next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from engine.net.answer import Answered, NoAnswer, NotSent, Outcome


@dataclass(frozen=True, slots=True)
class Sent:
    """Accepted; statuses will name it by this id."""

    provider_message_id: str


@dataclass(frozen=True, slots=True)
class Throttled:
    """Too fast, for the app or for this one recipient: wait, then send the same again.

    Attributes:
        code: of the Graph API, or the HTTP status where it gave none.
        wait_s: seconds as the server asked, None if it did not say.
    """

    code: int
    wait_s: float | None = None


@dataclass(frozen=True, slots=True)
class Transient:
    """Their trouble, or nobody was reached: not sent, and the same may be sent again later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, or none that can be read: it may have been sent."""

    reason: str


class Refusal(StrEnum):
    """Why a message will never be accepted as it is."""

    OUTSIDE_WINDOW = "outside_window"
    """24 hours since the customer's last message are over: only a template may be sent."""
    UNREACHABLE = "unreachable"
    """This recipient cannot be reached: no WhatsApp, old version, blocked, experiment."""
    TOKEN = "token"  # noqa: S105 - the name of a kind
    """The access token or its permissions are bad: every message of this account will fail."""
    ACCOUNT = "account"
    """The business's account is restricted, locked or unpaid."""
    INVALID = "invalid"
    """The request itself is wrong: our mistake."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Permanent:
    """Refused for good; `code` is the Graph API's, or the HTTP status where it gave none."""

    code: int
    why: Refusal


Verdict: TypeAlias = Sent | Throttled | Transient | Unknown | Permanent

_THROTTLED = frozenset({4, 17, 32, 613, 80007, 130429, 131048, 131056, 133016})
_TRANSIENT = frozenset({1, 2, 131000, 131016, 131057, 133004, 135000})
_REFUSED: Mapping[int, Refusal] = {
    code: why
    for why, codes in {
        Refusal.OUTSIDE_WINDOW: (131047, 470),
        Refusal.UNREACHABLE: (131026, 131021, 131030, 131049, 131050, 131062, 130472, 130497),
        Refusal.TOKEN: (0, 3, 10, 190, 131005, *range(200, 300)),
        Refusal.ACCOUNT: (368, 131031, 131037, 131042, 131045, 133010),
        Refusal.INVALID: (33, 100, 131008, 131009, 131051, 131052, 131053),
    }.items()
    for code in codes
}
_REDIRECT = 300
_TOO_MANY = 429
_SERVER_ERROR = 500
_UNAUTHORIZED = (401, 403)


def verdict(outcome: Outcome) -> Verdict:
    """Sort what came of a POST to `/messages`."""
    match outcome:
        case NotSent(reason):
            return Transient(reason)
        case NoAnswer(reason):
            return Unknown(reason)
        case Answered():
            return _answered(outcome)


def _answered(outcome: Answered) -> Verdict:
    answer = outcome.json()
    body = answer if isinstance(answer, dict) else {}
    if outcome.status < _REDIRECT:
        sent = _message_id(body)
        return Sent(sent) if sent else Unknown("unreadable answer")
    error = body.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return _refusal(code if type(code) is int else None, outcome)


def _message_id(body: Mapping[str, object]) -> str:
    match body.get("messages"):
        case [{"id": str(sent)}, *_]:
            return sent
        case _:
            return ""


def _refusal(code: int | None, outcome: Answered) -> Verdict:
    """The code decides where there is one; Meta's HTTP status does not always fit it."""
    if code in _THROTTLED or (code not in _REFUSED and outcome.status == _TOO_MANY):
        return Throttled(code or outcome.status, _wait(outcome.headers.get("retry-after", "")))
    if code in _TRANSIENT or (code not in _REFUSED and outcome.status >= _SERVER_ERROR):
        return Transient(f"code {code}" if code else f"status {outcome.status}")
    if code is None:
        is_token = outcome.status in _UNAUTHORIZED
        return Permanent(outcome.status, Refusal.TOKEN if is_token else Refusal.OTHER)
    return Permanent(code, _REFUSED.get(code, Refusal.OTHER))


def _wait(header: str) -> float | None:
    return float(header) if header.isascii() and header.isdigit() else None
