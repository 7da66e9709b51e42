"""The registry: every fact that a rule or argument may name with its dot."""

from collections.abc import Mapping

FACTS: Mapping[str, str] = {
    "channel.kind": "where the customer writes: whatsapp, web, voice, ...",
    "conversation.turns": "how many messages the customer has sent; 1 in the first",
    "conversation.locale": "the language of the replies: en, sw",
    "customer.name": "the customer's name, if known",
    "customer.phone": "the phone that the channel verified, or the customer's card holds",
    "customer.visits": "how many appointments the customer has had",
    "customer.is_owner": "whether the owner writes",
    "dials.cross_sell_aggressiveness": "how readily an extra is offered, 0 to 1",
    "tenant.mpesa_enabled": "whether payments by M-Pesa are taken",
    "tenant.locale": "the business's own language",
    "tenant.name": "the business's name",
    "tenant.slug": "the business's short name",
    "tenant.vertical": "the kind of business: salon, spa, ...",
    "today.date": "the date in the business's zone, 2026-06-01",
    "today.weekday": "mon, tue, wed, thu, fri, sat, sun",
}
"""Single facts, with what each says."""
LISTS: Mapping[str, str] = {
    "conversation.answers": "the answers given so far that can still be changed",
}
"""Lists of facts: what `from` and `choices` may name."""
