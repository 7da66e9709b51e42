"""How a request is met, whichever protocol it came in: by the mode, unless a fault is ordered."""

import json
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response

from sandbox.faults import Fault, Kind
from sandbox.models.book import Heard, Mode, ModelsBook
from sandbox.models.mind import fill, nonsense

LONG = "a" * 100_000


@dataclass(frozen=True, slots=True)
class Words:
    """What the model says; `refused`: as a refusal."""

    text: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Denied:
    """The server answers with an error."""

    status: int
    retry_after: str = ""


async def behave(book: ModelsBook, heard: Heard, request: Request) -> Words | Denied | Response:
    """Meet one request."""
    book.heard.append(heard)
    fault = book.faults.take(heard.provider)
    if fault is None and book.mode is Mode.LATE:
        fault = Fault(where=heard.provider, kind=Kind.HANG)
    if fault and (answer := await book.faults.play(fault, request)):
        return answer
    if book.mode is Mode.LIMITED:
        return Denied(429, book.retry_after)
    return Denied(500) if book.mode is Mode.BROKEN else _words(book.mode, heard)


def _words(mode: Mode, heard: Heard) -> Words:
    said = json.dumps(fill(heard), ensure_ascii=False)
    match mode:
        case Mode.REFUSING:
            return Words("I cannot help with that.", refused=True)
        case Mode.LONG:
            return Words(LONG)
        case Mode.NONSENSE:
            return Words(json.dumps(nonsense(heard)))
        case Mode.EXTRA:
            return Words(f'{{"price": 1, {said[1:]}')
        case Mode.MALFORMED:
            return Words(said[: len(said) // 2])
        case _:
            return Words(said)
