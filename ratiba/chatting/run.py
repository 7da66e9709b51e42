"""`chat`: a person, or a script, as the customer."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError
from engine.settings import Settings
from ratiba import loop
from ratiba.chatting.screen import Screen, greeting
from ratiba.chatting.sender import sender_of
from ratiba.keeping.schema import bring_up
from ratiba.logs import start_logs
from ratiba.presence import others_present, present
from ratiba.surroundings import own_machine
from ratiba.talk.acts import Act, Says, Taps, read_act, read_script
from ratiba.talk.chips import is_chip
from ratiba.talk.stage import staged
from ratiba.talk.talk import Talk
from ratiba.terminal.faults import GOOD, say_fault, say_warning
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress

SHARED = (
    "Another process is at work on this database (`ratiba up`, a worker or a chat): a worker there "
    "may answer, and send, what is said here, and hears the timers of this conversation later."
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What `chat` was asked for; see its options."""

    tenant: str
    phone: str | None
    channel: str
    now: str | None
    script: Path | None
    live: bool
    json: bool


def run(wish: Wish) -> int:
    """Talk until the script or the person ends.

    Raises:
        RatibaError: there is no such tenant, chip or event; a store is down.
    """
    acts = _read(wish.script) if wish.script else None
    with (
        Progress(quiet=wish.json) as progress,
        own_machine(progress, rehearsal=not wish.live) as settings,
    ):
        start_logs(settings, quiet="error")
        bring_up(settings.database_url, progress)
        progress.done()
        with present(settings.database_url):
            if not wish.live and others_present(settings.database_url):
                say_warning(SHARED)
            _converse(settings, wish, acts)
    return GOOD


def _read(script: Path) -> tuple[Act, ...]:
    try:
        return read_script(script.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8"
        raise InputError("chat.script", f"{script} cannot be read ({reason}).") from error


def _converse(settings: Settings, wish: Wish, acts: tuple[Act, ...] | None) -> None:
    """Between two acts the loop rests, so that Ctrl-C finds a plain `input`."""
    loop.collect_again()
    with loop.unwrapped(), asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            opening = staged(settings, wish.tenant, now=wish.now, live=wish.live)
            stage = runner.run(stack.enter_async_context(opening))
            sender = sender_of(wish.phone, wish.channel, live=wish.live)
            talk = runner.run(stage.talk(sender))
            if not wish.json:
                console().print(greeting(stage.tenant, sender))
            Conversation(runner, talk, json=wish.json).run(acts)
        finally:
            runner.run(stack.aclose())


class Conversation:
    """Reads acts, does them, shows what came of them."""

    def __init__(self, runner: asyncio.Runner, talk: Talk, *, json: bool) -> None:
        self._runner = runner
        self._talk = talk
        self._screen = None if json else Screen(console())

    def run(self, acts: tuple[Act, ...] | None) -> None:
        """Do the acts of a script, or those of the person at the terminal."""
        if acts is not None:
            for number, act in enumerate(acts, start=1):
                self._scripted(number, act)
            return
        for line in self._lines():
            try:
                self._do(self._meant(read_act(line)))
            except InputError as error:
                say_fault(str(error))

    def _scripted(self, number: int, act: Act) -> None:
        """Do one of a script, whose fault is told with its place in it."""
        try:
            self._do(self._meant(act))
        except InputError as error:
            where = f"Act {number} of the script, {act}"
            raise InputError(
                error.code, f"{where}: {error} What came before it is done."
            ) from error

    def _do(self, act: Act) -> None:
        words = self._talk.words(act)
        turn = self._runner.run(self._talk.do(act))
        if self._screen is None:
            emit(turn.record())
        else:
            self._screen.exchange(act, words, turn)

    def _lines(self) -> Iterator[str]:
        if not sys.stdin.isatty() or self._screen is None:
            yield from (line.strip() for line in sys.stdin if line.strip())
            return
        while True:
            try:
                line = self._screen.ask().strip()
            except EOFError:
                return
            if line:
                yield line

    def _meant(self, act: Act) -> Act:
        """A number or a label that is on the screen is a tap, typed or in a script."""
        if isinstance(act, Says) and is_chip(act.text, self._talk.chips):
            return Taps(act.text)
        return act
