"""A business's own wordings of single phrases: every statement on `phrases`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

from engine.model.handler import ReadGate, WriteGate
from engine.spec.phrases.phrasing import Words
from engine.spec.phrases.spoken import Texts

OWN: LiteralString = "SELECT locale, key, text, voice FROM {t}.phrases ORDER BY locale, key"
PUT: LiteralString = """
INSERT INTO {t}.phrases (locale, key, text, voice, updated_at, updated_by)
VALUES (%(locale)s, %(key)s, %(text)s, %(voice)s, %(at)s, %(by)s)
ON CONFLICT (locale, key) DO UPDATE SET text = excluded.text, voice = excluded.voice,
    updated_at = excluded.updated_at, updated_by = excluded.updated_by
"""
DROP: LiteralString = "DELETE FROM {t}.phrases WHERE key = %(key)s"

Wordings = Mapping[str, Words]
"""Language -> the words of one phrase; empty: as it is shipped."""


async def read_words(gate: ReadGate) -> dict[str, dict[str, Words]]:
    """Read them: language -> phrase id -> words."""
    return by_language(await gate.fetch_all(OWN))


def by_language(rows: Iterable[Sequence[Any]]) -> dict[str, dict[str, Words]]:
    """Put the rows of `OWN` together: language -> phrase id -> words."""
    own: dict[str, dict[str, Words]] = {}
    for locale, key, text, voice in rows:
        own.setdefault(locale, {})[key] = {"text": text, "voice": voice} if voice else text
    return own


def reworded(words: Texts, phrase: str, wordings: Wordings) -> Texts:
    """All of them, with one phrase in other words."""
    others = {
        locale: {key: text for key, text in texts.items() if key != phrase}
        for locale, texts in words.items()
    }
    for locale, text in wordings.items():
        others[locale] = {**others.get(locale, {}), phrase: text}
    return {locale: texts for locale, texts in others.items() if texts}


async def put(tx: WriteGate, phrase: str, wordings: Wordings, by: str, now: datetime) -> None:
    """Store the wordings of a phrase in the place of those it had; none takes them away."""
    await tx.execute(DROP, {"key": phrase})
    for locale, words in wordings.items():
        text = words if isinstance(words, str) else words["text"]
        voice = None if isinstance(words, str) else words.get("voice")
        row = {"locale": locale, "key": phrase, "text": text, "voice": voice, "at": now, "by": by}
        await tx.execute(PUT, row)
