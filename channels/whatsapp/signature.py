"""Proof that a webhook came from Meta."""

import hashlib
import hmac


def is_authentic(body: bytes, header: str | None, app_secret: bytes) -> bool:
    """Check the `X-Hub-Signature-256` header of a webhook, in constant time.

    Args:
        body: the request's body exactly as received; parsed and dumped again it no longer fits.
        header: the header's value, `sha256=` and 64 lower-case hex digits, or None if absent.
        app_secret: the app secret of the Meta app, not the access token.

    Returns:
        True only when the header carries the HMAC-SHA256 of `body` under `app_secret`. An empty
        secret proves nothing: never True.
    """
    if not app_secret:
        return False
    expected = "sha256=" + hmac.new(app_secret, body, hashlib.sha256).hexdigest()
    # As bytes: compare_digest refuses text that is not ASCII, and a header may carry anything.
    return hmac.compare_digest(expected.encode(), (header or "").encode("utf-8", "replace"))
