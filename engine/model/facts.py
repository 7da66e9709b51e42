"""The registry: every fact that a rule or argument may name with its dot, and of which kind it is.

A fact's kind says how it is shown and what stands for it where one is made up; facts of what tools
give are declared in their definitions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from engine.model.tool import ToolDefinition

Kinds: TypeAlias = Mapping[str, str]
"""Kind by the name of a fact; `is_*` stands for every name that begins so."""
TEXT, NUMBER, FLAG = "text", "number", "flag"
SPAN, SHARE = "span", "share"
"""What only settings hold: a time in seconds, a part of one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the registry.

    Attributes:
        says: what it is, for people.
        kind: `text`, `number`, `flag` (yes or no), `clock`, `day`, `opening` (a moment), `phone`.
    """

    says: str
    kind: str = TEXT


FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        "calendar.clock": Fact("the time of day at the business: 17:30", "clock"),
        "calendar.date": Fact("the day at the business: 2027-02-14", "day"),
        "calendar.season": Fact("the season of the business's own in which today lies: ramadan"),
        "calendar.weekday": Fact("the day of the week at the business: mon, tue, wed, ..."),
        "channel.kind": Fact("where the customer writes: whatsapp, web, voice, ..."),
        "conversation.interrupted": Fact(
            "whether another flow waits beneath this one for its answer", FLAG
        ),
        "conversation.turns": Fact(
            "how many messages the customer has sent; 1 in the first", NUMBER
        ),
        "customer.bookings": Fact("how many bookings of the customer lie ahead", NUMBER),
        "customer.name": Fact("the customer's name, if known"),
        "customer.opted_out": Fact(
            "whether the customer wants no messages but answers to their own", FLAG
        ),
        "customer.phone": Fact(
            "the phone that the channel verified, or the customer's card holds", "phone"
        ),
        "customer.visits": Fact("how many of the customer's bookings have taken place", NUMBER),
        "tenant.address": Fact("where the business is, in its own words"),
        "tenant.cancel_notice_hours": Fact(
            "hours before a booking until which it may be cancelled", NUMBER
        ),
        "tenant.map_link": Fact("a link to the place on a map"),
        "tenant.mpesa_enabled": Fact("whether payments by M-Pesa are taken", FLAG),
        "tenant.name": Fact("the business's name"),
        "tenant.phone": Fact("the number at which customers call the business", "phone"),
        "tenant.seasons": Fact("the business's own seasons, each with its first and last day"),
        "tenant.vertical": Fact("the kind of business: salon, spa, ..."),
        "tenant.whatsapp_template": Fact("the template that carries words after a day of silence"),
    }
)
"""Single facts by name."""


def fact_kinds(tools: Iterable[ToolDefinition]) -> Kinds:
    """The kinds of all facts by what stands after their dot: of the registry, and of these tools.

    One name is of one kind wherever it stands; the definitions are held to that.
    """
    found = {name.partition(".")[2]: fact.kind for name, fact in FACTS.items()}
    for tool in tools:
        for facts in tool.facts.values():
            found |= facts
    return found


def kind_of(name: str, kinds: Kinds) -> str:
    """The kind of a fact; text, where nothing says it."""
    if name in kinds:
        return kinds[name]
    families = (one for one in kinds if one.endswith("*") and name.startswith(one[:-1]))
    return kinds.get(next(families, ""), TEXT)
