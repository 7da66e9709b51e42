"""A phone in any of the ways in which Kenyans write it, as the one way in which it is kept."""

import phonenumbers

REGION = "KE"


def e164(text: str) -> str | None:
    """Give `+254712345678` for `0712 345 678`, `254712345678` or `+254-712-345-678`.

    A number of another country needs its `+`. None: it is no phone.
    """
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spellings(who: str) -> list[str]:
    """Give what somebody may be kept as: `who` itself, with a `+`, and as a phone in full."""
    phone = e164(who)
    return [who, f"+{who}", *([phone] if phone else [])]
