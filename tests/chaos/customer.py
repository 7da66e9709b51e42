"""A customer of the rig: writes until it was taken, taps what is offered, pays by itself."""

import asyncio
from dataclasses import dataclass, field

from engine.net.http import Request
from sandbox.daraja.book import Habit, Prompt
from sandbox.graph.book import Recorded, new_wamid
from sandbox.graph.webhook import Author
from tests.chaos.rig import Rig
from tests.chaos.town import Business

TAKEN = 200
AGAIN_S = 0.3
"""Meta delivers again what was not acknowledged, for days; here soon."""
TRIES = 400
CALLED_BACK_S = 30.0
PATIENCE_S = 10.0
BOOKED = "Booked"
CANARY = "kasuku"
"""A word that customers use and no log may hold."""


@dataclass
class Customer:
    """One phone writing to one business."""

    rig: Rig
    business: Business
    phone: str
    read: int = 0
    tapped: set[str] = field(default_factory=set)

    async def says(self, text: str, message_id: str = "") -> str:
        """Write; returns the message's id once it was acknowledged."""
        return await self.deliver({"type": "text", "text": {"body": text}}, message_id)

    async def taps(self, choice: tuple[str, str]) -> str:
        """Tap a button that was sent."""
        reply = {"id": choice[0], "title": choice[1]}
        content = {"type": "button_reply", "button_reply": reply}
        return await self.deliver({"type": "interactive", "interactive": content}, "")

    def pays(self, code: int | None = 0, *, first: bool = False) -> None:
        """Answer every prompt so from now on; None leaves them alone.

        Args:
            code: the result code.
            first: the callback goes out before the push is answered.
        """
        self.rig.at.daraja.habits[self.phone] = Habit(code, first=first)

    async def answers(self, prompt: Prompt, code: int, times: int = 1, delay_s: float = 0) -> None:
        """Do with a prompt what leads to a result code; the callback goes out `times` times."""
        url = f"{self.rig.at.daraja_url}/sandbox/prompts/{prompt.checkout_request_id}/answer"
        query = f"?code={code}&times={times}&delay={delay_s}"
        told = len(prompt.deliveries) + times
        await self.rig.http.send(Request("POST", url + query, headers={}, body=b""))
        async with asyncio.timeout(CALLED_BACK_S):
            while len(prompt.deliveries) < told:  # noqa: ASYNC110 - the sandbox rings no bell
                await asyncio.sleep(AGAIN_S / 10)

    async def books(self, wish: str, patience_s: float = PATIENCE_S) -> bool:
        """Go through a booking from the wish to the receipt; whether it came to that."""
        await self.says(wish)
        return await self.goes_on(patience_s)

    async def goes_on(self, patience_s: float = PATIENCE_S) -> bool:
        """Read and answer until the booking is done, or nothing has come for a while."""
        while news := await self.rig.at.graph.wait_sent(self.phone, self.read, patience_s):
            self.read = news[-1].number
            if any(message.text.startswith(BOOKED) for message in news):
                return True
            await self._answer(news)
        return False

    async def _answer(self, news: list[Recorded]) -> None:
        """Say yes once to each question that can be tapped."""
        for message in news:
            choices = [each for each in message.choices if each[0] not in self.tapped]
            if message.choices and len(choices) == len(message.choices):
                wanted = next((one for one in choices if one[0].endswith("act:affirm")), choices[0])
                self.tapped.update(each[0] for each in choices)
                await self.taps(wanted)

    async def deliver(self, content: dict[str, object], message_id: str = "") -> str:
        """Post until it was acknowledged; returns the message's id."""
        key = message_id or new_wamid()
        author = Author(self.phone, name="A Customer")
        status = 0
        for _ in range(TRIES):
            status = await self.rig.webhooks.message(
                self.business.account, author, {"id": key, **content}
            )
            if status == TAKEN:
                self.rig.posted.setdefault(self.business.slug, set()).add(key)
                self.rig.customers.setdefault(self.business.slug, set()).add(self.phone)
                return key
            await asyncio.sleep(AGAIN_S)
        raise AssertionError(f"the webhook was never acknowledged: {status}")
