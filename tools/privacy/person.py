"""Somebody by their phone: under which ids, in which conversations, by which names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

import phonenumbers

from engine.errors import InputError
from engine.model.handler import ReadGate
from engine.phones import REGION, e164

JOINT = r"[ .()\u00a0-]{0,3}"
"""What people and phrases put between the digits of a phone."""
BEFORE, BEHIND = r"(^|[^[:alnum:]]|\\[nrtbf])", r"($|[^[:alnum:]])"
"""A name is a word of its own; in JSON a line break before it ends in a letter."""
SHORTEST = 3
"""Characters of a name: less stands everywhere."""

IDS: LiteralString = """
SELECT %(phone)s::text
UNION SELECT customer_id FROM {t}.contacts
 WHERE phone = %(phone)s OR customer_id = ANY(%(addresses)s)
UNION SELECT customer_id FROM {t}.appointments
 WHERE customer_phone = %(phone)s AND customer_id NOT LIKE '+%%'
"""
"""Whoever writes where no phone is told is known by the one that they gave."""
THREADS: LiteralString = """
SELECT thread_id FROM {t}.conversation_threads WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.inbox WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.appointments WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.payments WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.handoff_log WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.leads WHERE customer_id = ANY(%(ids)s)
UNION SELECT thread_id FROM {t}.feedback WHERE customer_id = ANY(%(ids)s)
"""
NAMES: LiteralString = """
SELECT name FROM {t}.contacts WHERE customer_id = ANY(%(ids)s)
UNION SELECT body #>> '{sender,name}' FROM {t}.inbox WHERE customer_id = ANY(%(ids)s)
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A customer of one business.

    Attributes:
        phone: E.164 with `+`.
        national: its digits without the country's code: 712345678.
        ids: every `customer_id`, the phone among them; threads: every conversation.
        names: as their profiles and the contact tell them.
    """

    phone: str
    national: str
    ids: tuple[str, ...]
    threads: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def digits(self) -> str:
        """A regular expression of Postgres: the phone in any spelling, within an id as well."""
        return JOINT.join(self.national)

    @property
    def called(self) -> dict[str, str]:
        """By name, a regular expression of Postgres that finds it as words, in any case."""
        return {name: named(name) for name in self.names if len(name) >= SHORTEST}


async def find_person(read: ReadGate, phone: str) -> Person:
    """Find who has a phone, in any spelling; also somebody of whom nothing is kept.

    Raises:
        InputError: it is no phone.
    """
    number = e164(phone)
    if number is None:
        raise InputError("customer.phone", f"'{phone}' is no phone. Write one: 0712345678.")
    digits = number.removeprefix("+")
    addresses = [f"{channel}:{digits}" for channel in ("whatsapp", "voice", "web")]
    ids = await _column(read, IDS, {"phone": number, "addresses": addresses})
    known = {"ids": list(ids)}
    threads, names = await _column(read, THREADS, known), await _column(read, NAMES, known)
    national = str(phonenumbers.parse(number, REGION).national_number)
    return Person(number, national, ids, threads, tuple(" ".join(n.split()) for n in names))


async def _column(
    read: ReadGate, statement: LiteralString, known: Mapping[str, object]
) -> tuple[str, ...]:
    rows = await read.fetch_all(statement, known)
    return tuple(sorted(text for (text,) in rows if text and text.strip()))


def named(name: str) -> str:
    """The regular expression of a name; what is no letter or digit is taken as it stands."""
    words = (re.sub(r"(\W)", r"\\\1", word) for word in name.split())
    return BEFORE + r"\s+".join(words) + BEHIND
