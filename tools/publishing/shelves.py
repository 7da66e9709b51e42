"""What was shipped beneath a publish: kept once for the same content, read when it is needed."""

import json
from collections.abc import Iterable, Mapping
from typing import LiteralString

from engine.assembly.recent import Recent
from engine.assembly.shipped import Shipped, hash_of
from engine.model.handler import ReadGate, WriteGate

KEPT = 32
"""Earlier releases of which a process holds the texts; some 90 KB each."""
THERE: LiteralString = "SELECT 1 FROM public.flow_shelves WHERE digest = %(digest)s"
ADD_TEXTS: LiteralString = """
INSERT INTO public.flow_texts (digest, source)
SELECT * FROM unnest(%(digests)s::text[], %(sources)s::text[])
ON CONFLICT DO NOTHING
"""
ADD: LiteralString = """
INSERT INTO public.flow_shelves (digest, texts) VALUES (%(digest)s, %(texts)s::jsonb)
ON CONFLICT DO NOTHING
"""
READ: LiteralString = """
SELECT s.digest, one.text ->> 0, t.source
FROM public.flow_shelves s
CROSS JOIN LATERAL jsonb_array_elements(s.texts) WITH ORDINALITY AS one (text, place)
JOIN public.flow_texts t ON t.digest = one.text ->> 1
WHERE s.digest = ANY(%(digests)s)
ORDER BY s.digest, one.place
"""


async def keep(gate: WriteGate, texts: Shipped) -> None:
    """Store what is shipped, unless it is stored already; a text that did not change is shared."""
    if await gate.fetch_one(THERE, {"digest": texts.digest}):
        return
    hashes = {file: hash_of(text) for file, text in texts.texts.items()}
    sources = dict(sorted((hashes[file], text) for file, text in texts.texts.items()))
    await gate.execute(ADD_TEXTS, {"digests": [*sources], "sources": [*sources.values()]})
    files = json.dumps([list(one) for one in hashes.items()])
    await gate.execute(ADD, {"digest": texts.digest, "texts": files})


class Shelves:
    """Reads them, and holds those that were asked for last."""

    def __init__(self) -> None:
        self._kept: Recent[str, Shipped] = Recent(KEPT)

    async def of(self, gate: ReadGate, digests: Iterable[str]) -> Mapping[str, Shipped]:
        """Give the texts of every digest that is stored."""
        wanted = dict.fromkeys(digests)
        found = {one: kept for one in wanted if (kept := self._kept.get(one)) is not None}
        missing = [one for one in wanted if one not in found]
        if missing:
            rows = await gate.fetch_all(READ, {"digests": missing})
            for digest, texts in shelves(rows).items():
                found[digest] = texts
                self._kept.put(digest, texts)
        return found


def shelves(rows: Iterable[tuple[str, str, str]]) -> dict[str, Shipped]:
    """Put the rows of `READ` together: what was shipped, by digest."""
    found: dict[str, dict[str, str]] = {}
    for digest, file, source in rows:
        found.setdefault(digest, {})[file] = source
    return {digest: Shipped(texts) for digest, texts in found.items()}
