"""A turn: one thing that happened to a thread, from the inbox to the commit.

Reads like the main line in ARCHITECTURE.md: claim, understand, step, render, commit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.clock import Clock
from engine.errors import ConflictError
from engine.ids import new_ulid
from engine.journal.entry import entry
from engine.machine.hearing.hearing import with_locale
from engine.machine.step import state_name, step
from engine.model.builtin import TURN_FAILED
from engine.model.effect import Step
from engine.model.event import Event, Happened
from engine.model.handler import Handler, TurnContext
from engine.model.message import Outbound
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.tool import Answer, Call
from engine.model.value import Scalar
from engine.nlu.understander import Understander
from engine.runtime.card import remembered
from engine.runtime.committing import Committer, Overtaken, Result
from engine.runtime.cost import CostWatch, affordable
from engine.runtime.facts import facts
from engine.runtime.failing import failed, told_by_a_flow
from engine.runtime.host import Host
from engine.runtime.host import Verdict as Came
from engine.runtime.kit import Kit, Kits
from engine.runtime.moving import Placed, placed
from engine.runtime.perceive import perceive, understood
from engine.runtime.replies import around, outbox
from engine.runtime.saying import Sayer, Saying
from engine.runtime.whose import addressed, sender_of, verified_phone, words_of
from engine.runtime.witness import Witness
from engine.store.ports import HotState, Store
from engine.store.records import Commit, Conversation, Verdict

DUE = ".due"
"""The end of the names of events that begin a conversation by themselves."""
MAX_RUNS = 4
"""Runs of one turn: a lost race for an opening, or a session that moved, each cost one."""


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the turn, ready to be committed."""

    conversation: Conversation
    event: Event
    context: TurnContext
    kit: Kit
    facts: Mapping[str, Scalar]
    answers: tuple[tuple[Call, Answer], ...]
    saying: Saying
    place: Placed

    @property
    def step(self) -> Step:
        """What the turn does."""
        return self.saying.step


@dataclass(frozen=True, slots=True)
class Turner:
    """Takes turns; one object serves every tenant and worker of a process."""

    store: Store
    hot: HotState
    kits: Kits
    handlers: Mapping[str, Handler]
    understander: Understander
    clock: Clock
    witness: Witness
    sayer: Sayer = field(default_factory=Sayer)

    async def ready(self, tenant: Tenant) -> None:
        """Have a tenant's flows, words and catalogue at hand.

        Where they cannot be had its messages wait, untouched, until they can.

        Raises:
            DatabaseDown: they could not be read.
        """
        await self.kits.of(tenant)

    async def take(self, conversation: Conversation) -> Session | None:
        """Run a claimed turn to its commit.

        Returns:
            The session as committed; None if the claim was lost to another worker.

        Raises:
            DatabaseDown: nothing was stored; the claim's lease will bring it back.
            ConflictError: the turn lost every race it ran; the claim may be given back.
        """
        started = self.clock.now()
        thread_id = conversation.session.thread_id if conversation.session else ""
        token = await self._lock(conversation, thread_id)
        try:
            session, version = await self._until_committed(conversation, started)
        except BaseException:
            await self.hot.release(conversation.tenant, thread_id, token)
            raise
        if session is None:
            await self.hot.release(conversation.tenant, thread_id, token)
        else:
            await self.hot.settle(conversation.tenant, session, version, token)
        return session

    async def apologise(self, conversation: Conversation) -> None:
        """Tell whoever wrote that something of ours broke; once, and events are not answered.

        Where a question stands open, the flow that starts on `turn.failed` tells it and offers a
        person; if that breaks as well, or nothing is open, one plain sentence does.
        """
        matter = conversation.claimed.matter
        second = isinstance(matter, Happened) and matter.name == TURN_FAILED
        if sender_of(conversation) is None and not second:
            return
        kit = await self.kits.of(conversation.tenant)
        if not second and told_by_a_flow(conversation, kit):
            await self.store.happen(conversation.tenant, failed(conversation))
            return
        session = self._session(conversation)
        locales = (session.locale, conversation.tenant.locale)
        reply = Outbound(kit.phrases.say("talk.error", {}, locales=locales))
        (item,) = outbox(session, (reply,))
        key = f"error:{conversation.claimed.provider_id}"
        thread = conversation.session.thread_id if conversation.session else None
        await self.store.post(conversation.tenant, replace(item, key=key), thread)

    async def _lock(self, conversation: Conversation, thread_id: str) -> str | None:
        return await self.hot.lock(conversation.tenant, thread_id) if thread_id else None

    async def _until_committed(
        self, conversation: Conversation, started: datetime
    ) -> tuple[Session | None, int]:
        came: tuple[Came, ...] = ()
        instead: Happened | None = None
        understander, sayer = self.understander.for_one_turn(), self.sayer.for_one_turn()
        for _ in range(MAX_RUNS):
            run = await self._run(
                conversation, came, started, instead, understander=understander, sayer=sayer
            )
            result = await self._commit(run, started)
            if isinstance(result, Came):
                came = (*came, result)
            elif isinstance(result, Overtaken):
                instead = Happened(result.event)
            elif result is Verdict.MOVED:
                conversation, came = await self.store.reload(conversation), ()
            elif result is Verdict.LOST:
                return None, 0
            else:
                run.place.tell(conversation.tenant)
                self.witness.turned(run.conversation, run.event, run.step)
                await CostWatch(self.store).turned(conversation, run.step.session, run.kit)
                return run.step.session, conversation.version + 1
        raise ConflictError(
            "turn.conflict",
            "The turn lost every race it ran. It will be tried again.",
            seq=conversation.claimed.seq,
        )

    async def _run(
        self,
        conversation: Conversation,
        came: tuple[Came, ...],
        started: datetime,
        instead: Happened | None,
        *,
        understander: Understander,
        sayer: Sayer,
    ) -> _Run:
        """Understand, step and render; nothing is written.

        Args:
            conversation: as claimed or reloaded.
            came: outcomes that writes of earlier runs really had.
            started: the turn's clock.
            instead: what happened meanwhile and leaves no room for what the turn began with.
            understander: this turn's: it asks a model once at most.
            sayer: this turn's, likewise.
        """
        tenant = conversation.tenant
        stored = self._session(conversation)
        kit = await self.kits.of(tenant, stored)
        place = placed(stored, kit)
        session = place.session
        asks = affordable(stored, kit) and not _with_person(session, kit)
        event = instead or place.event(
            await perceive(
                conversation.claimed.matter,
                session=session,
                tenant=tenant,
                kit=kit,
                understander=understander if asks else understander.by_rules(),
                now=started,
            )
        )
        heard = understood(event)
        spoken_in = with_locale(session, heard) if heard else session
        context = self._context(conversation, spoken_in, started)
        known = facts(
            tenant, conversation.contact, context.phone, kit.phrases.locales, kit.about, at=started
        )
        host = Host(self.handlers, kit.flows.tools, context, came)
        stepped = await host.run(step(kit.flows, session, event, known, started))
        silenced = conversation.contact is not None and conversation.contact.opted_out
        quiet = silenced and _unasked(event, stepped.session)
        saying = Saying((), stepped)
        if not quiet:
            shown, before = around(stepped, kit, context), heard.calls if heard else ()
            saying = await sayer.say(stepped, kit, shown, customer=context.said, before=before)
        answers = tuple(host.answers)
        return _Run(conversation, event, context, kit, known, answers, saying, place)

    async def _commit(self, run: _Run, started: datetime) -> Result:
        conversation, session = run.conversation, run.step.session
        committer = Committer(self.store, self.handlers)
        commit = Commit(
            conversation,
            session,
            started_at=started,
            at=self.clock.now(),
            entry=entry(
                clock=started,
                matter=conversation.claimed.matter,
                event=run.event,
                facts={**run.facts, **session.terms},
                answers=run.answers,
                before=run.place.session,
                step=run.step,
                replies=run.saying.replies,
                calls=run.saying.calls,
                state=state_name(session),
                act_from=run.kit.flows.thresholds.act,
            ),
            outbox=outbox(session, run.saying.replies, _template(conversation, run.kit)),
            actor_type="ADMIN" if _with_person(session, run.kit) else "CUSTOMER",
            snapshot=_with_person(session, run.kit),
            flow_version=run.kit.published or None,
            card=remembered(session, run.kit, conversation.contact),
        )
        return await committer.commit(commit, run.step, run.context, run.kit.flows.tools)

    def _session(self, conversation: Conversation) -> Session:
        """The thread's session, or a fresh one, with the channel the customer is on now."""
        contact = conversation.contact
        locale = (contact.locale if contact else None) or conversation.tenant.locale
        session = conversation.session or Session(new_ulid(self.clock), locale=locale)
        sender = sender_of(conversation)
        if sender is None:
            return session if session.address else addressed(session, contact)
        return replace(session, channel=sender.channel, address=sender.user_id)

    def _context(
        self, conversation: Conversation, session: Session, started: datetime
    ) -> TurnContext:
        sender = sender_of(conversation)
        contact = conversation.contact
        return TurnContext(
            tenant=conversation.tenant,
            now=started,
            thread_id=session.thread_id,
            customer_id=conversation.customer_id,
            phone=verified_phone(conversation, sender),
            profile_name=sender.name if sender else (contact.name if contact else None),
            channel=session.channel,
            locale=session.locale,
            read=self.store.read(conversation.tenant),
            new_id=lambda: new_ulid(self.clock),
            address=session.address,
            contact_id=contact.id if contact else None,
            said=words_of(conversation),
        )


def _template(conversation: Conversation, kit: Kit) -> Scalar:
    """What carries words that answer nobody: the business's template, if it has one."""
    return None if sender_of(conversation) else kit.about.get("whatsapp_template")


def _unasked(event: Event, session: Session) -> bool:
    """Whether the customer has not said a word of what this turn answers."""
    began = isinstance(event, Happened) and event.name.endswith(DUE)
    return began or session.turns == 0


def _with_person(session: Session, kit: Kit) -> bool:
    """Whether a person has the conversation: some open step waits for one."""
    tools = kit.flows.tools
    states = (kit.flows.flows[frame.flow].states[frame.step] for frame in session.frames)
    return any(state.what in tools and tools[state.what].takes_over for state in states)
