"""What a turn tells of the customer, as the row of a contact."""

from collections.abc import Mapping

from engine.model.handler import TurnContext


def contact_row(turn: TurnContext, contact_id: object) -> Mapping[str, object]:
    """The parameters of a statement that makes or refreshes the turn's contact."""
    return {
        "id": contact_id,
        "customer": turn.customer_id,
        "channel": turn.channel,
        "address": turn.address,
        "phone": turn.phone,
        "name": turn.profile_name,
        "locale": turn.locale,
        "now": turn.now,
    }
