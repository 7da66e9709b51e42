"""A phone as people write it, and as it is kept."""

import pytest

from engine.phones import e164, spellings


@pytest.mark.parametrize(
    "written", ["0712345678", "0712 345 678", "254712345678", "+254-712-345-678", "712345678"]
)
def test_every_spelling_is_one_phone(written: str) -> None:
    assert e164(written) == "+254712345678"


def test_what_is_no_phone_is_looked_for_as_it_is() -> None:
    assert e164("thread-1") is None
    assert spellings("thread-1") == ["thread-1", "+thread-1"]
    assert "+254712345678" in spellings("0712345678")
