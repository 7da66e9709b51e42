"""Whatever signed JSON arrives, it is read without an exception and yields storable text."""

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from channels.whatsapp.parse import parse
from engine.model.message import Inbound, TapReceived, TextReceived

RECEIVED = datetime(2026, 6, 1, tzinfo=UTC)
SEEDS = [
    json.loads(path.read_text())["body"]
    for path in sorted((Path(__file__).parent / "payloads").glob("*.json"))
]

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A real payload with some parts replaced by anything."""
    payload = copy.deepcopy(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        payload = replaced(draw, payload)
    return payload


def replaced(draw: st.DrawFn, node: Any) -> Any:
    if isinstance(node, dict) and node and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(node)))
        node[key] = replaced(draw, node[key])
        return node
    if isinstance(node, list) and node and draw(st.integers(0, 5)):
        place = draw(st.integers(0, len(node) - 1))
        node[place] = replaced(draw, node[place])
        return node
    return draw(anything)


def storable(text: str) -> bool:
    text.encode()
    return "\0" not in text and len(text) <= 4096


def check(payload: object) -> None:
    for piece in parse(payload, RECEIVED):
        assert piece.provider_id
        assert piece.account
        assert storable(piece.provider_id + piece.account)
        if isinstance(piece, Inbound):
            check_message(piece)
        else:
            assert piece.status
            assert storable(piece.status)


def check_message(message: Inbound) -> None:
    assert message.sent_at <= RECEIVED
    assert storable(message.sender.user_id + (message.sender.name or ""))
    match message.content:
        case TextReceived(text):
            assert storable(text)
        case TapReceived(tap, title):
            assert storable(tap)
            assert storable(title)


@given(anything)
def test_any_json_survives(payload: object) -> None:
    check(payload)


@given(mutated())
def test_any_mutation_of_a_real_payload_survives(payload: object) -> None:
    check(payload)


@given(st.text())
def test_words_of_a_customer_arrive_as_they_were(words: str) -> None:
    seed = next(copy.deepcopy(body) for body in SEEDS if "Hi I want" in json.dumps(body))
    seed["entry"][0]["changes"][0]["value"]["messages"][0]["text"]["body"] = words
    (message,) = parse(seed, RECEIVED)
    assert isinstance(message, Inbound)
    assert message.content == TextReceived(words.replace("\0", "")[:4096])
