"""A yes to "may I ask why?" tells nothing, and goes on."""

from dataclasses import replace

import pytest

from engine.model.flow import SlotType
from tests.nlu.scenes import CANCELLING, decided, heard, hearing

_WHY = hearing("reason", kind="ask", standing=CANCELLING, types={"reason": SlotType("text", 0.85)})
WHY = replace(_WHY, expected=tuple(replace(one, optional=True) for one in _WHY.expected))


@pytest.mark.parametrize("words", ["yes", "ok", "sure", "ndio", "sawa", "yes please"])
def test_a_bare_yes_skips_the_reason(words: str) -> None:
    assert decided(heard(words, WHY)) == {"skip"}


def test_a_reason_is_kept() -> None:
    assert [one.value for one in heard("it is too far", WHY).mentions] == ["it is too far"]
