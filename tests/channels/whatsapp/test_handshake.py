import pytest

from channels.whatsapp.handshake import challenge


def test_the_challenge_is_echoed_to_who_knows_the_token() -> None:
    assert challenge("subscribe", "our-token", "1158201444", "our-token") == "1158201444"


@pytest.mark.parametrize(
    ("mode", "token", "ours"),
    [
        ("subscribe", "another", "our-token"),
        ("subscribe", "", "our-token"),
        ("unsubscribe", "our-token", "our-token"),
        ("", "our-token", "our-token"),
        ("subscribe", "", ""),
        ("subscribe", "\udcff", "our-token"),
    ],
)
def test_others_get_nothing(mode: str, token: str, ours: str) -> None:
    assert challenge(mode, token, "1158201444", ours) is None
