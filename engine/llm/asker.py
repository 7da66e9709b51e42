"""Asking a model in a role: within its time, tried again where that helps, never raising."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Generic, TypeVar

import stamina
import structlog
from pydantic import BaseModel

from engine.clock import Clock
from engine.llm.breaker import Breaker
from engine.llm.config import Choice, Models, Role
from engine.llm.form import Form
from engine.llm.prompt import Asked, Prompt
from engine.llm.wire import Request, Said, Silent, Spoken
from engine.llm.wires import Wires
from engine.model.model_call import Came, ModelCall

Filled = TypeVar("Filled", bound=BaseModel)
WAIT_S = 0.2
"""Before a second try, where the provider names no time."""
LONGEST_WAIT_S = 1.5
"""A provider that asks for more is not tried again: the customer waits as well."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[Filled]):
    """A form, filled in as it must be.

    Attributes:
        calls: that were made, in order; the last one gave it.
    """

    content: Filled
    calls: tuple[ModelCall, ...]


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """There is none. `came`: what became of the last try; `unavailable` where none was made."""

    came: Came
    calls: tuple[ModelCall, ...] = ()


class _AgainError(Exception):
    """A try that a second one may mend."""

    def __init__(self, after_s: float) -> None:
        super().__init__("again")
        self.after_s = after_s


@dataclass(slots=True)
class _Round(Generic[Filled]):
    """One question on its way: what to ask, what was tried, what came."""

    role: Role
    prompt: Prompt
    asked: Asked
    form: Form[Filled]
    calls: list[ModelCall] = field(default_factory=list)
    content: Filled | None = None

    @property
    def came(self) -> Came:
        return self.calls[-1].came if self.calls else "unavailable"

    def request(self, choice: Choice) -> Request:
        return Request(
            model=choice.model,
            asked=self.asked,
            label=self.prompt.label,
            form=self.form.name,
            schema=self.form.schema,
            max_tokens=self.role.max_tokens,
            timeout_s=self.role.try_s,
            thinks=self.role.thinks,
        )


class Asker:
    """Asks the models of a process."""

    def __init__(self, models: Models, wires: Wires, clock: Clock) -> None:
        self._models = models
        self._wires = wires
        self._breaker = Breaker(clock, models.failures, models.rest_s)
        self._log = structlog.get_logger("model")

    def plays(self, role: str) -> bool:
        """Whether anybody can be asked in a role: it has a prompt, and a provider has a key."""
        found = self._models.roles.get(role)
        return found is not None and found.prompt is not None and any(self._choices(found))

    async def open(self, role: str) -> None:
        """Have the wires of a role ready, so that no customer waits for an import."""
        for choice in self._choices(self._models.roles[role]):
            await self._wires.to(choice.provider)

    def phrases(self, role: str) -> tuple[str, ...]:
        """Which phrases a role may say otherwise; none where nobody plays it."""
        return self._models.roles[role].phrases if self.plays(role) else ()

    async def ask(
        self,
        role: str,
        values: Mapping[str, object],
        form: Form[Filled],
        *,
        within_s: float = inf,
    ) -> Answer[Filled] | NoAnswer:
        """Ask in a role.

        Args:
            role: one of `ROLES`.
            values: what the prompt tells of.
            form: what is to be filled in.
            within_s: seconds that are left of more than this one question.

        Returns:
            The form filled in, or what became of it, within the role's `total_s`
            and `within_s`.
        """
        found = self._models.roles[role]
        asked = found.prompt.filled(values) if found.prompt else None
        if found.prompt is None or asked is None:
            self._log.warning("model.not_asked", role=role)
            return NoAnswer("unavailable")
        turn = _Round(found, found.prompt, asked, form)
        try:
            async with asyncio.timeout(min(found.total_s, within_s)):
                await self._round(turn)
        except TimeoutError:
            pass  # the try that was cut off is on record as late
        return _result(turn)

    def _choices(self, role: Role) -> Iterator[Choice]:
        return (one for one in role.choices if self._wires.has(one.provider))

    async def _round(self, turn: _Round[Filled]) -> None:
        """Each model in its turn, as long as those before cannot be had."""
        for choice in self._choices(turn.role):
            line = (choice.provider, choice.model, turn.role.name)
            if not self._breaker.lets(*line):
                continue
            try:
                await self._tries(turn, choice)
            except _AgainError:
                pass  # tried as often as the role allows
            finally:
                self._breaker.tell(*line, good=turn.came in {"ok", "refused"})
            if turn.came != "unavailable":
                return

    async def _tries(self, turn: _Round[Filled], choice: Choice) -> None:
        waits = stamina.retry_context(
            on=_wait,
            attempts=turn.role.tries,
            timeout=turn.role.total_s,
            wait_initial=WAIT_S,
            wait_jitter=WAIT_S,
        )
        async for attempt in waits:
            with attempt:
                said = await self._try(turn, choice)
                if isinstance(said, Silent) and said.again and said.after_s <= LONGEST_WAIT_S:
                    raise _AgainError(said.after_s)

    async def _try(self, turn: _Round[Filled], choice: Choice) -> Said:
        """One try, put on record however it ends."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        said: Said = Silent("late")
        try:
            wire = await self._wires.to(choice.provider)
            async with asyncio.timeout(turn.role.try_s):
                said = await wire.ask(turn.request(choice))
        except TimeoutError:
            pass
        except Exception as error:  # noqa: BLE001 - an SDK's fault must not break a turn
            self._log.warning("model.failed", role=turn.role.name, error=type(error).__name__)
            said = Silent("malformed")
        finally:
            self._take(turn, choice, said, round((loop.time() - began) * 1000))
        return said

    def _take(self, turn: _Round[Filled], choice: Choice, said: Said, ms: int) -> None:
        if isinstance(said, Spoken):
            turn.content = turn.form.read(said.text)
        came: Came = said.came if isinstance(said, Silent) else "ok"
        if came == "ok" and turn.content is None:
            came = "malformed"
        call = ModelCall(
            role=turn.role.name,
            provider=choice.provider,
            model=choice.model,
            prompt=turn.prompt.label,
            came=came,
            tokens_in=said.tokens.read,
            tokens_cached=said.tokens.cached,
            tokens_out=said.tokens.out,
            cost_usd=said.tokens.cost(choice.price),
            ms=ms,
        )
        turn.calls.append(call)


def _wait(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds."""
    if not isinstance(error, _AgainError):
        return False
    return error.after_s or True


def _result(turn: _Round[Filled]) -> Answer[Filled] | NoAnswer:
    calls = tuple(turn.calls)
    if turn.content is None:
        return NoAnswer(turn.came, calls)
    return Answer(turn.content, calls)
