"""The team's list, and the answers that conversations wait for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.document.problem import suggest
from engine.errors import InputError
from engine.model.event import Happened
from engine.model.handler import ReadGate, WriteGate
from engine.model.value import Scalar, Value
from engine.phones import spellings
from engine.store.inbox import store_items
from engine.store.records import Incoming

OPEN: LiteralString = """
SELECT id, ref, reason, details, opened_at FROM {t}.attention_items
 WHERE resolved_at IS NULL ORDER BY opened_at, id LIMIT 200
"""
FIND: LiteralString = """
SELECT id, ref, reason, details, opened_at FROM {t}.attention_items
 WHERE resolved_at IS NULL AND (details ->> 'customer' = ANY(%(spellings)s) OR id = %(who)s
       OR length(%(who)s) >= %(least)s AND upper(%(who)s) IN
          (upper(left(id, length(%(who)s))), upper(right(id, length(%(who)s)))))
 ORDER BY opened_at, id FOR UPDATE
"""
RESOLVE: LiteralString = """
UPDATE {t}.attention_items SET resolved_at = %(now)s, resolved_by = %(operator)s
 WHERE id = %(id)s
"""
SHORT = 6
"""Characters at the end of an id that tell it from the others that are open."""
ANSWER = "answer"
"""The fact in which what was asked keeps how it was answered: `preauth.answer = 'refused'`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One matter on the list.

    Attributes:
        reason: one word; of a question, the tool that asks it.
        opened_at: UTC.
    """

    id: str
    ref: str
    reason: str
    details: Mapping[str, Scalar]
    opened_at: datetime

    @property
    def short(self) -> str:
        """The end of the id, as a person writes it on."""
        return self.id[-SHORT:]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What may be answered; nothing if no conversation waits for an answer."""
        return tuple(filter(None, str(self.details.get("outcomes", "")).split(",")))


async def open_items(read: ReadGate) -> tuple[Item, ...]:
    """Give the two hundred oldest open matters, the oldest first."""
    return tuple(Item(*row) for row in await read.fetch_all(OPEN))


async def answer(tx: WriteGate, who: str, outcome: str, operator: str, now: datetime) -> Item:
    """Answer what a conversation waits for: list and conversation hear of it, or neither does.

    Args:
        tx: a transaction; the caller rings the inbox's bell after it.
        who: id of the item, its end or its beginning; or the customer's phone, in any spelling,
            if only one question of theirs is open.
        outcome: one of the item's outcomes.
        operator: who answers, for the log.
        now: UTC.

    Raises:
        InputError: nothing of theirs is open, or it cannot be answered so.
    """
    item = await _the_one(tx, who)
    if outcome not in item.outcomes:
        remedy = suggest(outcome, item.outcomes)
        raise InputError("attention.outcome", f"'{outcome}' is no answer to this. {remedy}.")
    await tx.execute(RESOLVE, {"id": item.id, "operator": operator, "now": now})
    await store_items(tx, [_event(item, outcome)], now)
    return item


async def settle(tx: WriteGate, who: str, operator: str, now: datetime) -> Item:
    """Take a matter off the list that no conversation waits for.

    Raises:
        InputError: it is not open, or a conversation waits for its answer.
    """
    item = _only([one for one in await _found(tx, who) if _is(one, who)], who)
    if item.outcomes:
        raise InputError(
            "attention.waits",
            f"A customer waits for the answer. Write: ratiba attention answer {item.id} "
            f"{'|'.join(item.outcomes)}",
        )
    await tx.execute(RESOLVE, {"id": item.id, "operator": operator, "now": now})
    return item


async def _the_one(tx: WriteGate, who: str) -> Item:
    return _only([item for item in await _found(tx, who) if item.outcomes], who)


async def _found(tx: WriteGate, who: str) -> list[Item]:
    told = {"who": who, "least": SHORT, "spellings": spellings(who)}
    return [Item(*row) for row in await tx.fetch_all(FIND, told)]


def _only(found: Sequence[Item], who: str) -> Item:
    """The one that is meant; a whole id is nobody else's end."""
    found = [item for item in found if item.id == who] or found
    if not found:
        raise InputError(
            "attention.none", f"Nothing is open as '{who}'. See: ratiba attention list."
        )
    if len(found) > 1:
        there = ", ".join(f"{item.id} ({item.reason})" for item in found)
        raise InputError("attention.several", f"Several are open: {there}. Name the id.")
    return found[0]


def _is(item: Item, who: str) -> bool:
    """Whether it is named by its id, not by its customer."""
    whole, part = item.id.upper(), who.upper()
    return whole.startswith(part) or whole.endswith(part)


def _event(item: Item, outcome: str) -> Incoming:
    """Make what the conversation hears; its key lets it be heard once."""
    told = item.details
    asked = Value(str(told["kind"]), item.ref, facts={ANSWER: outcome})
    event = Happened(f"{item.reason}.{outcome}", {str(told["slot"]): asked})
    return Incoming(f"answer:{item.id}", str(told["customer"]), event, str(told["thread"]))
