"""The registry: every fact that a rule or argument may name with its dot."""

from collections.abc import Mapping

from engine.model.builtin import ANSWERS, LANGUAGES

FACTS: Mapping[str, str] = {
    "calendar.clock": "the time of day at the business: 17:30",
    "calendar.date": "the day at the business: 2027-02-14",
    "calendar.season": "the season of the business's own in which today lies: ramadan",
    "calendar.weekday": "the day of the week at the business: mon, tue, wed, ...",
    "channel.kind": "where the customer writes: whatsapp, web, voice, ...",
    "conversation.interrupted": "whether another flow waits beneath this one for its answer",
    "conversation.turns": "how many messages the customer has sent; 1 in the first",
    "customer.name": "the customer's name, if known",
    "customer.opted_out": "whether the customer wants no messages but answers to their own",
    "customer.phone": "the phone that the channel verified, or the customer's card holds",
    "customer.visits": "how many of the customer's bookings have taken place",
    "tenant.address": "where the business is, in its own words",
    "tenant.cancel_notice_hours": "hours before a booking until which it may be cancelled",
    "tenant.map_link": "a link to the place on a map",
    "tenant.mpesa_enabled": "whether payments by M-Pesa are taken",
    "tenant.name": "the business's name",
    "tenant.phone": "the number at which customers call the business",
    "tenant.seasons": "the business's own seasons, each with its first and last day",
    "tenant.vertical": "the kind of business: salon, spa, ...",
    "tenant.whatsapp_template": "the template that carries words after a day of silence",
}
"""Single facts, with what each says."""
HEADS = frozenset(name.split(".")[0] for name in FACTS)
FAMILIES: Mapping[str, str] = {
    "card": "what the customer's card remembers, by slot: card.plate",
    "dials": "the personality settings of the business, by name",
}
"""Facts whose second word each business names itself."""
LISTS: Mapping[str, str] = {
    ANSWERS: "the answers given so far that can still be changed",
    LANGUAGES: "the languages in which every phrase is written",
}
"""Lists of facts: what `from` and `choices` may name."""
