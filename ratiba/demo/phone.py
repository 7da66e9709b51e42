"""The customer: writes, reads, and answers the payment prompt, over HTTP."""

import json
from dataclasses import dataclass

from engine.net.answer import Answered
from engine.net.http import Http, Request
from ratiba.demo.missed import Missed
from ratiba.sandboxes import Sandboxes
from sandbox.daraja.book import Prompt

PATIENCE_S = 8.0
HTTP_OK = 200


@dataclass(slots=True)
class Phone:
    """One customer's phone at the sandboxes.

    Attributes:
        number: E.164 with `+`.
        account: the phone number id written to.
        read: how many replies were read.
    """

    http: Http
    at: Sandboxes
    number: str
    account: str
    name: str
    read: int = 0

    async def write(self, text: str) -> None:
        """Send a message; the sandbox posts it, signed, to the product's webhook.

        Raises:
            Missed: the webhook was not acknowledged.
        """
        who = {"account": self.account, "phone": self.number.removeprefix("+"), "name": self.name}
        answer = await self._post(f"{self.at.graph_url}/sandbox/customer", {**who, "text": text})
        statuses = json.loads(answer).get("statuses") if answer else None
        if statuses != [HTTP_OK]:
            raise Missed("the webhook's answer", [HTTP_OK], statuses)

    async def reply(self) -> str:
        """Read the next reply.

        Raises:
            Missed: none came.
        """
        sent = await self.at.graph.wait_sent(self.number, self.read, PATIENCE_S)
        if not sent:
            raise Missed("a reply", "one", f"none in {PATIENCE_S:.0f} s")
        self.read = sent[0].number
        return sent[0].text

    async def prompt(self) -> Prompt:
        """Look at the payment prompt.

        Raises:
            Missed: none was shown.
        """
        prompt = await self.at.daraja.wait_open(self.number, PATIENCE_S)
        if prompt is None:
            raise Missed("the M-Pesa prompt", "one", f"none in {PATIENCE_S:.0f} s")
        return prompt

    async def approve(self, prompt: Prompt) -> None:
        """Enter the PIN."""
        base = f"{self.at.daraja_url}/sandbox/prompts"
        await self._post(f"{base}/{prompt.checkout_request_id}/approve", {})

    async def _post(self, url: str, body: dict[str, str]) -> bytes:
        headers = {"content-type": "application/json"}
        outcome = await self.http.send(
            Request("POST", url, headers=headers, body=json.dumps(body).encode())
        )
        return outcome.body if isinstance(outcome, Answered) and outcome.status == HTTP_OK else b""
