"""A conversation of a set, led turn by turn as it is written, and judged."""

from collections.abc import Sequence
from time import perf_counter

from engine.errors import InputError
from ratiba.conversing.business import Business
from ratiba.conversing.house import House
from ratiba.conversing.lines import Say, Start, Tap
from ratiba.conversing.observed import Observed
from ratiba.conversing.scene import Scene
from ratiba.evaluating.kinds.talks import HARD, TalkTurn, WholeTalk
from ratiba.evaluating.leading.judging import DEEDS, Fault, changed, of_end, of_turn
from ratiba.evaluating.leading.naming import asked, is_chip, plain_state, state_of
from ratiba.evaluating.verdict import Judged, Scored, Verdict
from ratiba.talk.acts import Event, Waits, read_span

BRIDGES = 2
"""Questions that a script did not foresee, answered for it in one turn."""
REASON = "reason"
AT_THE_END = frozenset({REASON, "cross_sell", "confirm"})
CLARIFICATION = "CLARIFICATION"


async def talk_through(talk: WholeTalk, business: Business, at: str, house: House) -> Scored:
    """Lead one conversation to its end."""
    began = perf_counter()
    async with house.scene(Start(conversation=talk.begins, business=business)) as scene:
        faults = await Talker(talk, scene).through()
        took = (perf_counter() - began) * 1000
        calls = await scene.calls()
    first = next((turn for turn in talk.turns if turn.words), None)
    text = " / ".join(first.words) if first else ""
    return Scored(talk.id, at, text, _judged(talk, faults), took, calls)


def _judged(talk: WholeTalk, faults: Sequence[Fault]) -> Judged:
    """Wrong is a deed that should not have been, or one that is missing."""
    if not faults:
        return Judged(Verdict.RIGHT, talk.ability, talk.ability, "as written")
    deeds = [fault for fault in faults if fault[0].rpartition(": ")[2] in DEEDS]
    worst = (deeds or faults)[0]
    verdict = Verdict.WRONG if deeds else Verdict.MISSED
    sort = worst[0].rpartition(": ")[2]
    detail = "; ".join(f"{where} {came}" for where, came in faults)
    return Judged(verdict, talk.ability, talk.ability, sort, detail)


class Talker:
    """Does what a conversation's turns say, one after the other."""

    def __init__(self, talk: WholeTalk, scene: Scene) -> None:
        self._talk = talk
        self._scene = scene
        self._seen = Observed()

    async def through(self) -> Sequence[Fault]:
        """Every fault, by the turn that has it."""
        faults: list[Fault] = []
        for number, turn in enumerate(self._talk.turns):
            found = await self._turn(turn)
            faults += ((f"turn {number}: {sort}", came) for sort, came in found)
        await self._finish()
        stands = await self._scene.look()
        return [*faults, *((f"end: {sort}", came) for sort, came in of_end(self._talk.end, stands))]

    async def _turn(self, turn: TalkTurn) -> Sequence[Fault]:
        before = await self._scene.look()
        await self._act(turn)
        await self._bridge(turn)
        after = await self._scene.look()
        asks = state_of(self._seen) == CLARIFICATION and self._talk.difficulty == HARD
        if asks and not changed(before, after):
            return ()
        return tuple(of_turn(turn.expect, self._seen, before, after))

    async def _act(self, turn: TalkTurn) -> None:
        if turn.words:
            await self._do(Say(turn.words))
        elif turn.event is not None:
            await self._do(Event(turn.event))
        elif turn.wait is not None:
            await self._do(Waits(read_span(turn.wait)))
        elif turn.tap is not None:
            await self._tap(turn, turn.tap)

    async def _tap(self, turn: TalkTurn, chip: str) -> None:
        """Of chips on the screen the first that is meant; where there is none, words."""
        if turn.tap_from_turn is not None:
            await self._do(Tap(chip, turn.tap_from_turn))
            return
        shown = next((one for one in self._seen.chips if is_chip(chip, one)), None)
        if shown is not None:
            await self._do(Tap(shown.id))
        elif turn.else_user is not None:
            await self._do(Say((turn.else_user,)))

    async def _bridge(self, turn: TalkTurn) -> None:
        """Answer what the script did not foresee, until it stands where it should."""
        wanted, left = turn.expect.state_in, BRIDGES
        states = [plain_state(name) for name in wanted or ()]
        while left and wanted and state_of(self._seen) not in states and self._answer():
            await self._do(Say((self._answer(),)))
            left -= 1
        if left and turn.words and asked(self._seen) == REASON and self._answer():
            await self._do(Say((self._answer(),)))

    async def _finish(self) -> None:
        left = BRIDGES
        while left and asked(self._seen) in AT_THE_END and self._answer():
            await self._do(Say((self._answer(),)))
            left -= 1

    def _answer(self) -> str:
        return self._talk.bridge.get(asked(self._seen) or "", "")

    async def _do(self, deed: Say | Tap | Event | Waits) -> None:
        """What cannot be done, a chip that there is not, leaves things as they are."""
        try:
            self._seen = await self._scene.act(deed)
        except InputError:
            self._seen = Observed(state=self._seen.state, language=self._seen.language,
                                  slots=self._seen.slots, asks=self._seen.asks)  # fmt: skip
