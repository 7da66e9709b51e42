"""The team's list, and the answers that conversations wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.errors import InputError
from engine.model.event import Happened
from engine.model.handler import ReadGate, WriteGate
from engine.model.value import Scalar, Value
from engine.spec.document.problem import suggest
from engine.store.inbox import store_items
from engine.store.records import Incoming

OPEN: LiteralString = """
SELECT id, ref, reason, details, opened_at FROM {t}.attention_items
 WHERE resolved_at IS NULL ORDER BY opened_at, id LIMIT 200
"""
FIND: LiteralString = """
SELECT id, ref, reason, details, opened_at FROM {t}.attention_items
 WHERE resolved_at IS NULL AND (id = %(who)s OR details ->> 'customer' IN (%(who)s, '+' || %(who)s))
 ORDER BY opened_at, id FOR UPDATE
"""
RESOLVE: LiteralString = """
UPDATE {t}.attention_items SET resolved_at = %(now)s, resolved_by = %(operator)s
 WHERE id = %(id)s
"""
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
        who: id of the item, or the customer's phone if only one question of theirs is open.
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
    found = [Item(*row) for row in await tx.fetch_all(FIND, {"who": who})]
    item = next((one for one in found if one.id == who), None)
    if item is None:
        raise _none(who)
    if item.outcomes:
        raise InputError(
            "attention.waits",
            f"A customer waits for the answer. Write: ratiba attention answer {item.id} "
            f"{'|'.join(item.outcomes)}",
        )
    await tx.execute(RESOLVE, {"id": item.id, "operator": operator, "now": now})
    return item


async def _the_one(tx: WriteGate, who: str) -> Item:
    found = [Item(*row) for row in await tx.fetch_all(FIND, {"who": who})]
    asked = [item for item in found if item.outcomes]
    if not asked:
        raise _none(who)
    if len(asked) > 1:
        there = ", ".join(f"{item.id} ({item.reason})" for item in asked)
        raise InputError("attention.several", f"Several questions are open: {there}. Name the id.")
    return asked[0]


def _none(who: str) -> InputError:
    return InputError("attention.none", f"Nothing is open as '{who}'. See: ratiba attention list.")


def _event(item: Item, outcome: str) -> Incoming:
    """Make what the conversation hears; its key lets it be heard once."""
    told = item.details
    asked = Value(str(told["kind"]), item.ref, facts={ANSWER: outcome})
    event = Happened(f"{item.reason}.{outcome}", {str(told["slot"]): asked})
    return Incoming(f"answer:{item.id}", str(told["customer"]), event, str(told["thread"]))
