"""Reading of request bodies from strangers: bounded in size, time and nesting."""

import asyncio
import json

from fastapi import Request

from channels.problem import Problem

BODY_LIMIT = 4 << 20
"""Meta's own bodies end at 3 MB."""
READ_S = 10.0


async def read_body(request: Request, limit: int = BODY_LIMIT) -> bytes:
    """Read a body whole, exactly as it came.

    FastAPI's own `max_body_size` would answer in plain text, not in our one shape of errors.

    Raises:
        Problem: 413 as soon as it is known to be longer than `limit` bytes, 408 if it trickles.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:20]) > limit:
        raise _too_long(limit)
    try:
        async with asyncio.timeout(READ_S):
            return await _gather(request, limit)
    except TimeoutError as error:
        raise Problem(408, "The body did not arrive in time.", "Send it again, faster.") from error


async def _gather(request: Request, limit: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise _too_long(limit)
        parts.append(part)
    return b"".join(parts)


def _too_long(limit: int) -> Problem:
    return Problem(413, f"The body is longer than {limit} bytes.", "Send less at once.")


def decode(body: bytes) -> object:
    """Decode JSON.

    A byte that is no UTF-8 costs one character, not the customer's message.

    Raises:
        Problem: 400 if it is no JSON, or nested deeper than anything real.
    """
    try:
        return json.loads(body.decode("utf-8", "replace"))  # an object of any shape
    except RecursionError as error:
        raise Problem(400, "The JSON is nested too deep.", "Send it flatter.") from error
    except ValueError as error:
        raise Problem(400, "The body is no JSON.", "Send a JSON object, in UTF-8.") from error
