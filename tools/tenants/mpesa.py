"""What asking for money by M-Pesa takes."""

import re
from collections.abc import Mapping

from engine.errors import InputError

DARAJA = ("mpesa_shortcode", "mpesa_passkey", "mpesa_consumer_key", "mpesa_consumer_secret")

_SHORTCODE = re.compile(r"[0-9]{5,7}", re.ASCII)


def check_shortcode(text: str) -> str:
    """Give back a paybill or till, if Daraja takes it.

    Raises:
        InputError: it is none; every request for money would be refused.
    """
    if not _SHORTCODE.fullmatch(text):
        raise InputError("option.value", f"mpesa_shortcode={text}: write 5 to 7 digits.")
    return text


def lacking(secrets: Mapping[str, str]) -> tuple[str, ...]:
    """The credentials that Daraja wants and a business has not given."""
    return tuple(name for name in DARAJA if not secrets.get(name))


def remedy(slug: str, names: tuple[str, ...]) -> str:
    """The command that gives them."""
    return f"ratiba tenant set {slug} {' '.join(f'{name}=...' for name in names)}"


def warning(slug: str, names: tuple[str, ...]) -> str:
    """What an operator is told who turns M-Pesa on without them."""
    return (
        f"M-Pesa is on, and no customer can pay: {', '.join(names)} "
        f"{'is' if len(names) == 1 else 'are'} not given. Get them in Daraja's portal, then: "
        f"{remedy(slug, names)}"
    )
