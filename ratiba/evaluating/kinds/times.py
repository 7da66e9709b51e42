"""Sets of dates and times: what must be done with them, and with which value."""

from typing import Literal

from engine.model.understanding import TimeAction, TimeHeard, Understanding
from ratiba.evaluating.kinds.case import Utterance
from ratiba.evaluating.verdict import Judged, Verdict

HELD = frozenset({TimeAction.RESOLVE, TimeAction.ASK_TIME})
"""Actions that take their value for true."""
Window = tuple[str, str]


class TimeCase(Utterance):
    """An expression of time.

    Attributes:
        action: what must be done with it.
        gold: ISO date or minute of the wall clock; None: none is to be found.
        accept: other values that are right; of `ask` the readings that opening hours may settle.
        window: "HH:MM" bounds of the part of the day that was said, with soft edges.
        ask_ok: asking is right as well.
    """

    now: str
    action: TimeAction
    gold: str | None = None
    grain: Literal["day", "minute", "none"] = "none"
    accept: tuple[str, ...] = ()
    window: Window | None = None
    ask_ok: bool = False
    lang: str = "en"

    def judge(self, heard: Understanding) -> Judged:
        """Right is the wanted action with an accepted value; a value nobody meant is silent."""
        wanted = f"{self.action} {self.grain}" if self.grain != "none" else f"{self.action}"
        verdict = self._verdict(heard.time)
        return Judged(verdict, self.lang, wanted, *_told(heard.time, verdict, self.gold))

    def _verdict(self, heard: TimeHeard | None) -> Verdict:
        if heard is None:
            return Verdict.MISSED
        if heard.action is TimeAction.ASK:
            asks = self.ask_ok or self.action is TimeAction.ASK
            return Verdict.RIGHT if asks else Verdict.ASKED
        if heard.value not in {self.gold, *self.accept} - {None}:
            return Verdict.WRONG if heard.action in HELD else Verdict.MISSED
        settled = self.action is TimeAction.ASK and heard.action is TimeAction.RESOLVE
        fits = heard.action is self.action or settled
        return Verdict.RIGHT if fits and _overlaps(self.window, heard) else Verdict.MISSED


def _overlaps(window: Window | None, heard: TimeHeard) -> bool:
    """Whether the part of the day that was heard has something of the one that was meant."""
    if window is None:
        return True
    if heard.after is None and heard.before is None:
        return False
    return (heard.after or "00:00") < window[1] and window[0] < (heard.before or "24:00")


def _told(heard: TimeHeard | None, verdict: Verdict, gold: str | None) -> tuple[str, str]:
    """What was heard in a few words; and its value beside the right one."""
    if heard is None:
        return "nothing", ""
    found = heard.value or " or ".join(heard.candidates) or "open"
    other = "another " if verdict is Verdict.WRONG else ""
    return f"{heard.action} {other}{heard.grain}", f"{found}, not {gold or 'one of them'}"


class BookedWords(Utterance):
    """A customer's words for a date or a time of day, and what was booked in the end."""

    now: str
    kind: Literal["date", "time"]
    gold: str

    def judge(self, heard: Understanding) -> Judged:
        """Right is the booked date, or time of day; of the other part nothing is asked."""
        verdict = self._verdict(heard.time)
        return Judged(verdict, self.kind, self.kind, *_told(heard.time, verdict, self.gold))

    def _verdict(self, heard: TimeHeard | None) -> Verdict:
        if heard is None or heard.action is TimeAction.REJECT_PAST:
            return Verdict.MISSED
        if heard.action is TimeAction.ASK:
            return Verdict.ASKED
        day, _, clock = (heard.value or "").partition("T")
        part = day if self.kind == "date" else clock
        if not part:
            return Verdict.MISSED
        return Verdict.RIGHT if part == self.gold else Verdict.WRONG
