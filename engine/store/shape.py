"""Sessions and inbox matters as JSON, and the lifting of sessions stored by older code."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from engine.errors import ConflictError
from engine.model.event import Due, Happened
from engine.model.message import Inbound
from engine.model.session import SHAPE, Session
from engine.model.value import Value
from engine.store.records import Matter

Kind: TypeAlias = Literal["message", "event", "timer"]
State: TypeAlias = dict[str, Any]
"""A session as stored: plain JSON, keys as in `Session`, defaults left out."""

UPGRADES: Mapping[int, Callable[[State], State]] = {}
"""For each shape the pure function that makes the next one of it; never changed afterwards.

A field that is new needs none (it has a default); one that is renamed, moved or means something
else raises `engine.model.session.SHAPE` and gets its function here.
"""

KEPT = 32
"""Sessions whose JSON is at hand: more than a process has turns under way."""
_dumped: dict[int, tuple[Session, str]] = {}
"""By identity: a session never changes, and one that is kept here keeps its place in memory."""
_SESSION: TypeAdapter[Session] = TypeAdapter(Session)
_CARD: TypeAdapter[Mapping[str, Value]] = TypeAdapter(Mapping[str, Value])
_MATTERS: Mapping[str, TypeAdapter[Any]] = {
    "message": TypeAdapter(Inbound),
    "event": TypeAdapter(Happened),
    "timer": TypeAdapter(Due),
}


def session_to_json(session: Session) -> str:
    """Return the session as JSON; what equals its default is left out.

    A turn asks twice for the same one: the checkpoint and the hot state.
    """
    kept = _dumped.get(id(session))
    if kept is not None and kept[0] is session:
        return kept[1]
    if len(_dumped) >= KEPT:
        _dumped.clear()
    text = _SESSION.dump_json(session, exclude_defaults=True).decode()
    _dumped[id(session)] = (session, text)
    return text


def session_from_json(text: str, shape: int) -> Session:
    """Read a stored session.

    Args:
        text: the JSON.
        shape: its `state_version`.

    Raises:
        ConflictError: newer code stored it; this process must not touch it.
    """
    if shape == SHAPE:
        return _SESSION.validate_json(text)
    return _SESSION.validate_python(migrate_state_shape(json.loads(text), shape))


def migrate_state_shape(data: State, shape: int, upgrades: Mapping[int, Any] = UPGRADES) -> State:
    """Lift a stored session to the present shape, one pure step for each version.

    Args:
        data: the session as JSON; not changed.
        shape: the version it was stored with (`metadata.state_version`).
        upgrades: for each version the function to the next.

    Raises:
        ConflictError: it is newer than this code.
    """
    newest = max(upgrades, default=SHAPE - 1) + 1
    if shape > newest:
        raise ConflictError(
            "session.newer",
            f"The session has shape {shape}, this code knows {newest}. Finish the rolling update: "
            "its message waits in the inbox for a process with the newer code.",
            shape=shape,
        )
    for step in range(shape, newest):
        data = upgrades[step](data)
    return {**data, "shape": newest}


def kind_of(matter: Matter) -> Kind:
    """Return the inbox kind of a matter."""
    match matter:
        case Inbound():
            return "message"
        case Happened():
            return "event"
        case Due():
            return "timer"


def matter_to_plain(matter: Matter) -> Mapping[str, Any]:
    """Return a matter as plain JSON values."""
    adapter = _MATTERS[kind_of(matter)]
    plain: dict[str, Any] = adapter.dump_python(matter, mode="json", exclude_defaults=True)
    return plain


def matter_from_json(kind: str, text: str) -> Matter:
    """Read a stored matter."""
    matter: Matter = _MATTERS[kind].validate_json(text)
    return matter


def card_to_json(card: Mapping[str, Value]) -> str:
    """Return remembered answers as JSON."""
    return _CARD.dump_json(card, exclude_defaults=True).decode()


def card_from_json(text: str) -> Mapping[str, Value]:
    """Read remembered answers."""
    return _CARD.validate_json(text)
