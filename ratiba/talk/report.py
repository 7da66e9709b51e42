"""What one act of the customer came to, as `chat` and `converse` tell it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from engine.model.session import Session
from engine.model.value import Scalar


@dataclass(frozen=True, slots=True)
class QuickReply:
    """A chip: `value` is the whole id that a tap sends back."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the customer."""

    text: str
    quick_replies: tuple[QuickReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One act, and everything that followed from it until the conversation rested.

    Attributes:
        turn: 1, 2, 3, ...
        state: where the thread stands, upper case.
        flow: of the step it stands in; the last one once the thread is over.
        intent, confidence, language: as understood; of the last words if the act had none.
        slots: what is known by slot: ids, ISO local minutes, E.164 phones, KES.
        effects: `run <tool>`, `undo <tool>`, `emit <flow>.<end>`, in their order.
        moves: the states passed, with the one it began in; not in the JSON, as the next.
        heard: whether the act was words, and `intent` is its own.
        said: ids of the phrases that were said, in their order.
        prompts: payment requests that came up on the customer's phone.
        ms: from the act to the last commit, by the machine's own clock.
        session: where the thread stands in full; None: nothing moved it.
    """

    turn: int
    state: str
    flow: str
    intent: str
    confidence: float
    language: str
    slots: Mapping[str, Scalar]
    replies: tuple[Reply, ...]
    effects: tuple[str, ...]
    ms: float
    prompts: tuple[str, ...] = ()
    moves: tuple[str, ...] = field(default=(), repr=False)
    heard: bool = False
    said: tuple[str, ...] = field(default=(), repr=False)
    session: Session | None = field(default=None, repr=False)

    @property
    def chips(self) -> tuple[QuickReply, ...]:
        """The choices of the last reply that has any."""
        return next((r.quick_replies for r in reversed(self.replies) if r.quick_replies), ())

    @property
    def cost_usd(self) -> float:
        """What models have cost for this booking so far."""
        return self.session.total_token_cost_usd if self.session else 0.0

    def record(self) -> dict[str, object]:
        """The JSON object of a turn."""
        told = asdict(replace(self, session=None))
        del told["moves"], told["heard"], told["said"], told["session"]
        if self.cost_usd:
            told["total_token_cost_usd"] = round(self.cost_usd, 6)
        return told | {"slots": dict(self.slots), "ms": round(self.ms, 1)}
