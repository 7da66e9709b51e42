"""The host of a rehearsed step: the tools' own answers, or what the fixture makes them come to."""

from collections.abc import Coroutine, Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from engine.explore.examples import by_definition, listing, why
from engine.model.effect import Step
from engine.model.handler import ReadGate, ReadTool, TurnContext, WriteTool
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.tool import FAILED, Answer, Call, Safety, ToolDefinition
from engine.model.value import Scalar, Value
from engine.rehearsal.fixtures.fixture import NONE, UNAVAILABLE, Given, Outcome
from engine.rehearsal.staging.world import CUSTOMER, PHONE, World

T = TypeVar("T")
NOBODY = Outcome(None)


@dataclass(slots=True)
class Host:
    """Answers the calls of one conversation.

    Attributes:
        asked: how often each tool was called.
        calls: those of the present step, with their answers.
    """

    world: World
    given: Given
    facts: Mapping[str, Scalar]
    shelf: ReadGate
    tenant: Tenant
    asked: dict[str, int] = field(default_factory=dict)
    calls: list[tuple[Call, Answer]] = field(default_factory=list)
    ids: int = 0

    @classmethod
    def of(cls, world: World, given: Given) -> "Host":
        """Begin a conversation."""
        facts = world.facts(given.facts)
        return cls(world, given, facts, world.shelf(given.busy), world.tenant_of(facts))

    def turned(self, facts: Mapping[str, Scalar]) -> "Host":
        """The same host, with facts that have turned."""
        known = {**self.facts, **facts}
        return replace(self, facts=known, tenant=self.world.tenant_of(known))

    def known(self, now: datetime) -> Mapping[str, Scalar]:
        """Facts at an instant; what a fixture says stands over what the calendar says."""
        return {**self.world.moment(now), **self.facts}

    def run(self, stepping: Generator[Call, Answer, Step], session: Session, now: datetime) -> Step:
        """Drive a step to its end."""
        self.calls = []
        context = self._context(session, now)
        try:
            call = next(stepping)
            while True:
                answer = self._answer(call, context)
                self.calls.append((call, answer))
                call = stepping.send(answer)
        except StopIteration as stop:
            step: Step = stop.value
            return step

    def _answer(self, call: Call, context: TurnContext) -> Answer:
        count = self.asked.get(call.tool, 0)
        self.asked[call.tool] = count + 1
        script = self.given.tools.get(call.tool, ())
        wanted = script[count] if count < len(script) else NOBODY
        tool = self.world.flows.tools[call.tool]
        if tool.lists:
            return self._listed(tool, call, context, wanted)
        return self._came(tool, call, context, wanted)

    def _listed(
        self, tool: ToolDefinition, call: Call, context: TurnContext, wanted: Outcome
    ) -> Answer:
        if wanted.name == NONE:
            return Answer(tool.main)
        offered = self.given.lists.get(tool.name)
        answer = (
            self._own(tool, call, context)
            if offered is None
            else listing(_whole(offered, self._plain(tool, call, context)), call, tool.main)
        )
        if wanted.name == UNAVAILABLE and "wish" in call.args:
            options = tuple(one for one in answer.options if one != answer.exact)
            return replace(answer, options=options, exact=None, said=why(call))
        return answer

    def _plain(self, tool: ToolDefinition, call: Call, context: TurnContext) -> tuple[Value, ...]:
        """What the lister offers when nothing is wished, then examples: with all their facts."""
        free = Call(call.tool, {**call.args, "wish": None}, call.key)
        made_up = by_definition(tool, free, self._local(context), {}, whole=True)
        return *made_up.options, *self._own(tool, free, context).options

    def _came(
        self, tool: ToolDefinition, call: Call, context: TurnContext, wanted: Outcome
    ) -> Answer:
        if wanted.name == FAILED or (wanted.name and not _planned(tool, wanted.name)):
            return Answer(wanted.name, wanted.gives)
        answer = self._own(tool, call, context)
        if wanted.name and answer.outcome not in {"", tool.main}:
            answer = self._defined(tool, call, context)
        if wanted.gives:
            made_up = self._defined(tool, call, context, whole=True).gives
            answer = replace(answer, gives={**made_up, **answer.gives})
        gives = {name: _over(answer.gives.get(name), value) for name, value in wanted.gives.items()}
        outcome = tool.main if wanted.name and not tool.late else answer.outcome
        return replace(answer, outcome=outcome, gives={**answer.gives, **gives})

    def _own(self, tool: ToolDefinition, call: Call, context: TurnContext) -> Answer:
        """What the tool's own code says; of one without code, what its definition says."""
        handler = self.world.handlers.get(call.tool)
        if handler is None:
            return self._defined(tool, call, context)
        if tool.safety is Safety.READ:
            return at_once(cast("ReadTool", handler).answer(context, call.args))
        return cast("WriteTool", handler).plan(context, call.args)

    def _defined(
        self, tool: ToolDefinition, call: Call, context: TurnContext, *, whole: bool = False
    ) -> Answer:
        return by_definition(tool, call, self._local(context), self.world.samples, whole=whole)

    def _local(self, context: TurnContext) -> datetime:
        return context.now.astimezone(ZoneInfo(self.tenant.zone))

    def _context(self, session: Session, now: datetime) -> TurnContext:
        phone = self.facts.get("customer.phone")
        return TurnContext(
            tenant=self.tenant,
            now=now,
            thread_id=session.thread_id,
            customer_id=PHONE,
            phone=str(phone) if phone else None,
            profile_name=CUSTOMER,
            channel=session.channel,
            locale=session.locale,
            read=self.shelf,
            new_id=self._new_id,
            address=session.address,
        )

    def _new_id(self) -> str:
        self.ids += 1
        return f"01R{self.ids:023}"


def at_once(answering: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits.

    Raises:
        RuntimeError: it waited after all.
    """
    try:
        answering.send(None)
    except StopIteration as stop:
        value: T = stop.value
        return value
    answering.close()
    raise RuntimeError("a tool of a fixture waited for something outside")


def _planned(tool: ToolDefinition, name: str) -> bool:
    """Whether this outcome is the one that the tool plans (a late one is still to come)."""
    return name in {tool.main, ""}


def _over(own: Value | None, value: Value) -> Value:
    """A given value, with the facts of the tool's own beneath it."""
    if own is None:
        return value
    itself = own.value if value.value is None else value.value
    names = own.names if value.value in {None, own.value} else value.names
    return Value(own.type, itself, names, {**own.facts, **value.facts})


def _whole(offered: tuple[Value, ...], known: tuple[Value, ...]) -> tuple[Value, ...]:
    """The offered ones; what the business has, or its definition promises, keeps its facts."""
    by_id = {value.value: value for value in known}
    return tuple(_over(by_id.get(value.value), value) for value in offered)
