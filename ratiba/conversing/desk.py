"""Lines are taken one after the other, each is answered with an object of the protocol."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict
from typing import TYPE_CHECKING

from engine.errors import InputError, RatibaError
from engine.settings import Settings
from ratiba import loop
from ratiba.conversing.house import House
from ratiba.conversing.lines import Asked, Snapshot, Start, read_line
from ratiba.conversing.observed import Observed

if TYPE_CHECKING:
    from ratiba.conversing.scene import Scene


class Desk:
    """One conversation is under way at a time.

    Args:
        settings: with a database that is thrown away afterwards.
    """

    def __init__(self, settings: Settings) -> None:
        self._house = House(settings)
        self._stack = AsyncExitStack()
        self._scene: Scene | None = None

    async def answer(self, line: str) -> Mapping[str, object]:
        """Do what a line asks for; whatever goes wrong is told, and the next line is taken."""
        try:
            with loop.unwrapped():
                return await self._done(read_line(line))
        except RatibaError as error:
            return {"error": str(error)}
        except Exception as error:  # noqa: BLE001 - a driver goes on with its other conversations
            return {"error": f"{type(error).__name__}: {error}"}

    async def close(self) -> None:
        """End the conversation under way: its business is dropped."""
        self._scene = None
        stack, self._stack = self._stack, AsyncExitStack()
        await stack.aclose()

    async def _done(self, asked: Asked) -> Mapping[str, object]:
        if isinstance(asked, Start):
            await self.close()
            self._scene = await self._stack.enter_async_context(self._house.scene(asked))
            return told(Observed())
        if self._scene is None:
            raise InputError("converse.start", "No conversation is under way. Send a start first.")
        if isinstance(asked, Snapshot):
            return asdict(await self._scene.look())
        return told(await self._scene.act(asked))


def told(observed: Observed) -> dict[str, object]:
    """The JSON object of an observation."""
    return {
        "state": observed.state,
        "language": observed.language,
        "slots": asdict(observed.slots),
        "asks": observed.asks,
        "replies": [
            {
                "text": reply.text,
                "quick_replies": [{"label": c.label, "value": c.value} for c in reply.chips],
            }
            for reply in observed.replies
        ],
    }
