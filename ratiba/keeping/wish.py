"""What a new business is to be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; `settings` are `KEY=VALUE` pairs."""

    slug: str
    vertical: str
    whatsapp_number_id: str | None = None
    mpesa_shortcode: str | None = None
    settings: tuple[str, ...] = ()
