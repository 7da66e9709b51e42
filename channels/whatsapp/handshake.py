"""Meta's question when a webhook is registered: are you who expects us?"""

import hmac


def challenge(mode: str, token: str, asked: str, verify_token: str) -> str | None:
    """Answer the verification handshake.

    Args:
        mode: `hub.mode`, always "subscribe".
        token: `hub.verify_token` as the caller gave it.
        asked: `hub.challenge`, to be echoed.
        verify_token: the token that we registered; an empty one matches nothing.

    Returns:
        The challenge to echo, or None if the caller does not know the token.
    """
    knows = hmac.compare_digest(token.encode("utf-8", "replace"), verify_token.encode())
    return asked if mode == "subscribe" and verify_token and knows else None
