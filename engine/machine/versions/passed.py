"""Which promises a conversation could still break where it is moved to."""

from engine.machine.versions.outlook import ahead
from engine.machine.versions.renames import Renames
from engine.model.flow import Flow, Promise
from engine.model.passing import passed
from engine.model.session import Frame


def breaks(flow: Flow, frame: Frame, was: Flow | None, stood: str, names: Renames) -> str | None:
    """The step that going on from here could reach against a `never`; None: every one is kept.

    Args:
        flow: the version that the conversation is moved to.
        frame: in that version.
        was: the version that it comes from, if it is known.
        stood: its step there.
        names: the newer names of that version's steps.
    """
    for promise in flow.never:
        if _could_break(flow, frame, promise) and not _held(flow, promise, was, stood, names):
            return promise.reach
    return None


def _could_break(flow: Flow, frame: Frame, promise: Promise) -> bool:
    """Whether a way leads on to what is promised past every step that must come before it."""
    before = frozenset(promise.before)
    if promise.reach in before or any(passed(flow, frame, step) for step in before):
        return False
    return promise.reach in ahead(flow, frame.step, before)


def _held(flow: Flow, promise: Promise, was: Flow | None, stood: str, names: Renames) -> bool:
    """Whether a promise with a rule was kept already when the conversation came to its step.

    It came past the promised steps in the version where it stood, which makes the same promise
    by the same rule: there it was proved that the rule did not hold.
    """
    if promise.when is None or was is None:
        return False
    same = (one for one in was.never if _renamed(one, names) == promise)
    known = next(same, None)
    if known is None or was.rules.get(promise.when) != flow.rules.get(promise.when):
        return False
    return known.reach in ahead(was, stood, frozenset(known.before))


def _renamed(promise: Promise, names: Renames) -> Promise:
    before = tuple(names.step(step) for step in promise.before)
    return Promise(names.step(promise.reach), before, promise.when)
