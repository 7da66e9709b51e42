"""Keeps what a customer thought; a low rating is put before the team."""

from typing import LiteralString

from engine.errors import ConfigError
from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import named, text
from tools.attention.items import Matter, open_item

SAVE: LiteralString = """
INSERT INTO {t}.feedback (id, customer_id, thread_id, appointment_id, rating, comment, created_at)
VALUES (%(id)s, %(customer)s, %(thread)s,
    (SELECT id FROM {t}.appointments WHERE id = %(appointment)s), %(rating)s, %(comment)s, %(now)s)
"""
RATINGS = ("one", "two", "three", "four", "five")
"""In words, the lowest first."""
MOST = 1_000
"""Characters kept of a comment."""


class SaveFeedback:
    """One row a rating."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing but to keep it."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Keep the rating; tell the team of a low one.

        Raises:
            ConfigError: the flow's rating is none of the five.
        """
        rating, comment = _rating(text(args, "rating")), named(args, "comment")
        kept = turn.new_id()
        await tx.execute(
            SAVE,
            {
                "id": kept,
                "customer": turn.customer_id,
                "thread": turn.thread_id,
                "appointment": named(args, "appointment"),
                "rating": rating,
                "comment": comment[:MOST] if comment else None,
                "now": turn.now,
            },
        )
        if args.get("low"):
            said = f": {comment[:MOST]}" if comment else "."
            words = f"{turn.customer_id} gave {rating} of {len(RATINGS)}{said}"
            matter = Matter(
                kept,
                "low_rating",
                words,
                {"customer": turn.customer_id, "rating": rating},
                turn.thread_id,
            )
            await open_item(tx, matter, turn.now)
        return "done"


def _rating(word: str) -> int:
    if word not in RATINGS:
        raise ConfigError("feedback.rating", f"'{word}' is no rating. Write {', '.join(RATINGS)}.")
    return RATINGS.index(word) + 1


HANDLER = SaveFeedback()
