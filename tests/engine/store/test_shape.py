import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ConflictError
from engine.model.event import Due, Happened
from engine.model.message import Inbound, Sender, TapReceived, TextReceived, Unsupported
from engine.model.session import SHAPE, Armed, Chip, Frame, How, Prompt, Session
from engine.model.value import SlotValue, Source, Status, Value
from engine.store.records import Matter
from engine.store.shape import (
    card_from_json,
    card_to_json,
    kind_of,
    matter_from_json,
    matter_to_plain,
    migrate_state_shape,
    session_from_json,
    session_to_json,
)
from tests.engine.rows import message

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9)
INSTANTS = st.integers(0, 10**15).map(
    lambda us: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=us)
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A mapping by text, or nothing."""
    return st.dictionaries(TEXTS, values, max_size=3)


VALUES = st.builds(Value, TEXTS, SCALARS, few(TEXTS), few(SCALARS))
SLOTS = st.builds(
    SlotValue, VALUES, st.sampled_from(Status), st.floats(0, 1), st.sampled_from(Source),
    st.lists(TEXTS, max_size=2).map(tuple),
)  # fmt: skip
FRAMES = st.builds(
    Frame,
    uid=st.integers(),
    flow=TEXTS,
    digest=TEXTS,
    step=TEXTS,
    how=st.sampled_from(How),
    slots=few(SLOTS),
    memo=few(TEXTS),
    order=st.lists(TEXTS, max_size=2).map(tuple),
    settings=few(SCALARS),
)
CHIPS = st.builds(Chip, TEXTS, st.none() | TEXTS, st.none() | VALUES)
SESSIONS = st.builds(
    Session,
    TEXTS,
    locale=st.sampled_from(["en", "sw"]),
    address=TEXTS,
    turns=st.integers(0, 99),
    frames=st.lists(FRAMES, max_size=3).map(tuple),
    clarifying=st.booleans(),
    lost=st.integers(0, 5),
    spent=st.lists(TEXTS, max_size=2).map(tuple),
    prompt=st.none()
    | st.builds(
        Prompt, st.integers(), st.integers(), TEXTS, st.lists(CHIPS, max_size=3).map(tuple)
    ),
    timers=st.lists(
        st.builds(Armed, st.integers(), TEXTS, TEXTS, INSTANTS, st.none() | st.integers()),
        max_size=2,
    ).map(tuple),
    ended=st.none() | TEXTS,
    total_token_cost_usd=st.floats(0, 10),
)
SENDERS = st.builds(Sender, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS)
CONTENTS = (
    st.builds(TextReceived, TEXTS)
    | st.builds(TapReceived, TEXTS, TEXTS)
    | st.builds(Unsupported, TEXTS)
)
MATTERS = (
    st.builds(Inbound, TEXTS, TEXTS, SENDERS, CONTENTS, INSTANTS)
    | st.builds(Happened, TEXTS, few(VALUES))
    | st.builds(Due, st.integers(), TEXTS, TEXTS)
)


@given(SESSIONS)
def test_a_session_comes_back_as_it_was(session: Session) -> None:
    assert session_from_json(session_to_json(session), SHAPE) == session


@given(MATTERS)
def test_a_matter_comes_back_as_it_was(matter: Matter) -> None:
    assert matter_from_json(kind_of(matter), json.dumps(matter_to_plain(matter))) == matter


@given(few(VALUES))
def test_a_card_comes_back_as_it_was(card: dict[str, Value]) -> None:
    assert card_from_json(card_to_json(card)) == card


def test_numbers_and_truths_keep_their_kinds() -> None:
    facts: dict[str, Any] = {"a": 1, "b": 1.0, "c": True, "d": "1", "e": None, "f": "true"}
    (value,) = card_from_json(card_to_json({"x": Value("t", 0, facts=facts)})).values()
    assert {k: (type(v), v) for k, v in value.facts.items()} == {
        k: (type(v), v) for k, v in facts.items()
    }


def test_what_equals_its_default_is_left_out() -> None:
    assert json.loads(session_to_json(Session("t1"))) == {"thread_id": "t1"}


def test_an_instant_of_another_zone_stays_the_instant() -> None:
    noon = datetime(2026, 6, 1, 12, 0, tzinfo=timezone(timedelta(hours=3)))
    sent = message("wamid.1", noon)
    back = matter_from_json("message", json.dumps(matter_to_plain(sent)))
    assert isinstance(back, Inbound)
    assert back.sent_at == noon


def test_an_older_shape_is_lifted_step_by_step() -> None:
    upgrades = {
        1: lambda data: {**data, "b": data["a"] + 1},
        2: lambda data: {**data, "c": data["b"] + 1},
    }
    stored = {"a": 1}
    assert migrate_state_shape(stored, 1, upgrades) == {"a": 1, "b": 2, "c": 3, "shape": 3}
    assert migrate_state_shape({"a": 1, "b": 9}, 2, upgrades) == {
        "a": 1, "b": 9, "c": 10, "shape": 3,
    }  # fmt: skip
    assert migrate_state_shape({"x": 1}, 3, upgrades) == {"x": 1, "shape": 3}
    assert stored == {"a": 1}


def test_a_newer_shape_is_left_alone() -> None:
    with pytest.raises(ConflictError, match="Finish the rolling update") as caught:
        session_from_json('{"thread_id": "t"}', SHAPE + 1)
    assert caught.value.code == "session.newer"
