"""What happens on the phone, and the callback that tells of it."""

import asyncio
import json

from engine.net.answer import Answered
from engine.net.http import Http, Request
from sandbox.daraja.book import DarajaBook, Delivery, Prompt
from sandbox.daraja.callback import callback_body
from sandbox.daraja.ids import new_receipt


class Customer:
    """Answers prompts."""

    def __init__(self, book: DarajaBook, http: Http) -> None:
        self._book = book
        self._http = http

    def act(self, prompt: Prompt, code: int) -> bytes:
        """Do what leads to a result code: 0 pays, 1032 declines, any other fails so.

        An answered prompt may be answered anew, as it happens when M-Pesa corrects itself.

        Returns:
            The callback's body.
        """
        now = self._book.clock.now()
        prompt.code = code
        if code == 0 and not prompt.receipt:
            prompt.receipt = new_receipt(now)
        return json.dumps(callback_body(prompt, code, now)).encode()

    async def call_back(
        self, prompt: Prompt, body: bytes, delay_s: float = 0, times: int = 1
    ) -> None:
        """Post a callback after `delay_s`, `times` times at once; 0 times: it is lost."""
        await asyncio.sleep(delay_s)
        await asyncio.gather(*(self._post(prompt, body) for _ in range(times)))

    async def _post(self, prompt: Prompt, body: bytes) -> None:
        headers = {"content-type": "application/json"}
        request = Request("POST", prompt.push.callback_url, headers=headers, body=body)
        outcome = await self._http.send(request)
        status = outcome.status if isinstance(outcome, Answered) else 0
        prompt.deliveries.append(Delivery(self._book.clock.now(), status))
