"""Bytes from strangers are JSON, or are refused in one way."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.body import decode
from channels.problem import Problem

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON)
def test_json_is_read_as_it_is(value: object) -> None:
    assert decode(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with contextlib.suppress(Problem):
        decode(body)


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"9" * 100_000],
    ids=["arrays", "objects", "digits"],
)
def test_what_would_cost_too_much_is_refused(body: bytes) -> None:
    with pytest.raises(Problem) as refused:
        decode(body)
    assert refused.value.status == 400
