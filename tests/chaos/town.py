"""The businesses of the rig: alike, so that a row of one could pass for another's."""

from dataclasses import dataclass

from ratiba.keeping.pilot import ACCESS_TOKEN, CONSUMER, PASSKEY
from ratiba.keeping.wish import Wish


@dataclass(frozen=True, slots=True)
class Business:
    """A tenant, its WhatsApp account and its till."""

    slug: str
    account: str
    shortcode: str

    @property
    def schema(self) -> str:
        return f"tenant_{self.slug}"

    @property
    def wish(self) -> Wish:
        return Wish(
            self.slug,
            "spa",
            self.account,
            self.shortcode,
            (
                f"name={self.slug.title()}",
                f"whatsapp_token={ACCESS_TOKEN}",
                f"mpesa_passkey={PASSKEY}",
                f"mpesa_consumer_key={CONSUMER[0]}",
                f"mpesa_consumer_secret={CONSUMER[1]}",
            ),
        )


TOWN = tuple(
    Business(slug, f"20000000000000{number}", f"60000{number}")
    for number, slug in enumerate(("amani", "baraka", "chui"), start=1)
)
