"""Two lists of deeds held against each other: what is done no longer, what anew, what otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from engine.journal.deeds import Deed, Part, counts
from engine.model.value import Scalar, Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is done otherwise.

    Attributes:
        then: the deed of the record; None: it was not done then.
        now: that of the re-run; None: it is no longer done.
        part: of a deed done both times, what differs: `share`, `service.price`.
        was, became: that part then and now; None: it was not told, or is not.
    """

    then: Deed | None
    now: Deed | None
    part: str = ""
    was: Part = None
    became: Part = None

    @property
    def deed(self) -> str:
        """By name: `run initiate_stk_push`."""
        done = self.now or self.then
        return done.name if done else ""

    @property
    def turn(self) -> int:
        """In which it was done; then, if it was done then."""
        done = self.then or self.now
        return done.turn if done else 0


def differences(
    then: Sequence[Deed], now: Sequence[Deed], own: frozenset[str]
) -> tuple[Difference, ...]:
    """Everything that is done otherwise, in order.

    Args:
        then: the deeds of the record.
        now: those of the re-run.
        own: ids made up in the conversation: which one it is does not count.
    """
    names = [deed.name for deed in then], [deed.name for deed in now]
    if names[0] == names[1]:
        return tuple(_of_pairs(then, now, own))
    found: list[Difference] = []
    blocks = SequenceMatcher(None, *names, autojunk=False).get_opcodes()
    for kind, start, end, begin, stop in blocks:
        if kind == "equal":
            found += _of_pairs(then[start:end], now[begin:stop], own)
        else:
            found += (Difference(deed, None) for deed in then[start:end])
            found += (Difference(None, deed) for deed in now[begin:stop])
    return tuple(found)


def _of_pairs(
    then: Sequence[Deed], now: Sequence[Deed], own: frozenset[str]
) -> Iterator[Difference]:
    for one, other in zip(then, now, strict=True):
        if one.told != other.told or one.gave != other.gave:
            yield from _parts(one, other, own)


def _parts(then: Deed, now: Deed, own: frozenset[str]) -> Iterator[Difference]:
    old, new = then.parts, now.parts
    for key in dict.fromkeys((*old, *new)):
        was, became = old.get(key), new.get(key)
        if was == became or not (counts(was, own) and counts(became, own)):
            continue
        name = key[1]
        if _plain(was) != _plain(became):
            yield Difference(then, now, name, was, became)
        elif isinstance(was, Value) and isinstance(became, Value):
            yield from _facts(then, now, name, was, became)


def _facts(then: Deed, now: Deed, name: str, was: Value, became: Value) -> Iterator[Difference]:
    """What is known of the same thing now and was not so then; its words do not count."""
    for fact in dict.fromkeys((*was.facts, *became.facts)):
        old, new = was.facts.get(fact), became.facts.get(fact)
        if old != new and counts(old, frozenset()) and counts(new, frozenset()):
            yield Difference(then, now, f"{name}.{fact}", old, new)


def _plain(part: Part) -> Scalar:
    return part.value if isinstance(part, Value) else part
