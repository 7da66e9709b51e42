"""A conversation on the terminal: bubbles, chips, the payment prompt, what happened inside."""

import shutil
import sys
from contextlib import suppress
from importlib import import_module

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from engine.model.message import Sender
from engine.model.tenant import Tenant
from ratiba.talk.acts import Act, Says, Taps
from ratiba.talk.report import Turn
from ratiba.terminal.bubbles import DIM, Chat, passage

ERASE_LINE_ABOVE = "\x1b[1A\x1b[2K"
PROMPT = "> "
HELP = "Write as the customer; a number taps a chip. Also: event: NAME, wait: 8m. Ctrl-D ends."
PAY_HINT = "event: payment.approve | payment.decline | payment.timeout"
PERSON_HINT = "a person has it: event: operator.handback"
PERSON_STATE = "ESCALATE"


def greeting(tenant: Tenant, sender: Sender) -> Text:
    """Say who talks to whom, and how."""
    who = sender.phone or sender.user_id
    return Text.assemble(
        (tenant.name, "bold"), f" on {sender.channel}; you are {who}\n", (HELP, DIM)
    )


class Screen:
    """Shows turns as they come."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._chat = Chat(console)
        with suppress(ImportError):  # some systems have none; `input` then edits nothing
            import_module("readline")

    def exchange(self, act: Act, words: str, turn: Turn) -> None:
        """Show an act, in the words for it, and what came of it."""
        acted = self._acted(act, words)
        self._chat.show(
            [acted, *self._replies(turn), *map(self._chat.phone, turn.prompts)],
            passage(turn.moves or (turn.state,), _heard(act, turn), f"{turn.ms:.0f} ms"),
        )
        hint = PAY_HINT if turn.prompts else PERSON_HINT if turn.state == PERSON_STATE else ""
        if hint:
            self._console.print(Text(hint, DIM))

    def ask(self) -> str:
        """Read what the customer types; drawn anew as a bubble, so the typed line goes.

        Raises:
            EOFError: that was all: Ctrl-D, or Ctrl-C.
        """
        try:
            line = input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            self._console.print()
            raise EOFError from None
        if sys.stdout.isatty():
            columns = shutil.get_terminal_size().columns
            lines = -(-cell_len(PROMPT + line) // columns)
            sys.stdout.write(ERASE_LINE_ABOVE * lines)
        return line

    def _acted(self, act: Act, words: str) -> RenderableType:
        if isinstance(act, Says | Taps):
            return self._chat.customer(words)
        return Text(words, DIM, justify="center")

    def _replies(self, turn: Turn) -> list[RenderableType]:
        return [
            self._chat.ours(reply.text, [chip.label for chip in reply.quick_replies])
            for reply in turn.replies
        ]


def _heard(act: Act, turn: Turn) -> str:
    if not isinstance(act, Says) or not turn.heard:
        return ""
    act_heard = f"{turn.intent} {turn.confidence:.2f} " if turn.confidence else ""
    cost = f" ${turn.cost_usd:.4f}" if turn.cost_usd else ""
    return act_heard + turn.language + cost
