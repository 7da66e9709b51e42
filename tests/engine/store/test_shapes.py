"""Sessions as every version of the code has stored them: each is read by this one.

`shapes/<n>/` holds sessions of shape n, never changed afterwards. A new shape adds a folder.
"""

import json
from pathlib import Path

import pytest

from engine.model.session import SHAPE, Frame, Session
from engine.store.shape import UPGRADES, migrate_state_shape, session_from_json, session_to_json

HERE = Path(__file__).parent / "shapes"
EXAMPLES = sorted(HERE.glob("*/*.json"))


def shape_of(example: Path) -> int:
    return int(example.parent.name)


def test_every_shape_has_examples_and_a_way_to_the_next() -> None:
    shapes = {shape_of(example) for example in EXAMPLES}
    assert shapes == set(range(1, SHAPE + 1))
    assert set(UPGRADES) == set(range(1, SHAPE))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_session_of_an_older_version_is_read(example: Path) -> None:
    text = example.read_text("utf-8")
    session = session_from_json(text, shape_of(example))
    assert session.shape == SHAPE
    lifted = migrate_state_shape(json.loads(text), shape_of(example))
    stored = json.loads(session_to_json(session))
    assert stored == {key: value for key, value in lifted.items() if key != "shape"}


def test_a_field_that_is_new_needs_no_upgrade() -> None:
    """What a stored session lacks has its default: it was stored before the field was there."""
    session = session_from_json('{"thread_id": "t", "frames": []}', SHAPE)
    assert session == Session("t")
    frame = '{"uid": 1, "flow": "booking", "digest": "d", "step": "s", "how": "task"}'
    session = session_from_json(f'{{"thread_id": "t", "frames": [{frame}]}}', SHAPE)
    assert session.frames == (Frame(1, "booking", "d", "s", session.frames[0].how),)


def test_a_field_that_is_gone_is_left_out() -> None:
    session = session_from_json('{"thread_id": "t", "no_longer_there": {"a": 1}}', SHAPE)
    assert session == Session("t")
    assert "no_longer_there" not in session_to_json(session)
