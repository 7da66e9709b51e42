"""The registry: every fact that a rule or argument may name with its dot."""

from collections.abc import Mapping

from engine.model.builtin import ANSWERS, LANGUAGES

FACTS: Mapping[str, str] = {
    "channel.kind": "where the customer writes: whatsapp, web, voice, ...",
    "conversation.turns": "how many messages the customer has sent; 1 in the first",
    "customer.name": "the customer's name, if known",
    "customer.opted_out": "whether the customer wants no messages but answers to their own",
    "customer.phone": "the phone that the channel verified, or the customer's card holds",
    "tenant.mpesa_enabled": "whether payments by M-Pesa are taken",
    "tenant.name": "the business's name",
    "tenant.vertical": "the kind of business: salon, spa, ...",
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
