"""Phone numbers as people here write them."""

import phonenumbers
from phonenumbers import PhoneNumberFormat

_KENYA = 254


def in_groups(number: str) -> str:
    """E.164 as "0712 345 678"; numbers of other countries keep their code: "+256 772 123456".

    What cannot be read as a number is given back as it came.
    """
    try:
        parsed = phonenumbers.parse(number, "KE")
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != _KENYA:
        return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)
    figures = f"0{parsed.national_number}"
    return f"{figures[:4]} {figures[4:7]} {figures[7:]}".rstrip()
