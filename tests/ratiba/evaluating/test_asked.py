"""Calls of models, summed up over a set."""

from engine.model.model_call import Came, ModelCall
from ratiba.evaluating.asked import asked, moved
from ratiba.evaluating.verdict import Judged, Scored, Verdict


def call(came: Came, tokens: int, cost: float) -> ModelCall:
    return ModelCall("intent_classifier", "openai", "m", "p/1", came, tokens, tokens // 2, 1, cost)


def scored(verdict: Verdict, *calls: ModelCall, alone: Verdict | None = None) -> Scored:
    judged = Judged(verdict, "g", "w", "c")
    by_rules = Judged(alone, "g", "w", "c") if alone else None
    return Scored("1", "f:1", "t", judged, 1.0, calls, by_rules)


SET = (
    scored(Verdict.RIGHT),
    scored(Verdict.RIGHT, call("late", 0, 0), call("ok", 10, 0.5), alone=Verdict.MISSED),
    scored(Verdict.WRONG, call("ok", 20, 0.25), alone=Verdict.ASKED),
    scored(Verdict.MISSED, call("refused", 4, 0.125), alone=Verdict.MISSED),
)


def test_every_try_counts_and_costs() -> None:
    found = asked(SET)
    assert (found.calls, found.unanswered, found.cost_usd) == (4, 2, 0.875)
    assert (found.tokens_in, found.tokens_cached, found.tokens_out) == (34, 17, 4)
    assert asked(SET[:1]).calls == 0


def test_what_became_otherwise_is_told_and_rules_alone_are_as_before() -> None:
    assert set(moved(SET)) == {
        (Verdict.MISSED, Verdict.RIGHT, 1),
        (Verdict.ASKED, Verdict.WRONG, 1),
    }
    by_rules = [one.by_rules() for one in SET]
    assert [one.judged.verdict for one in by_rules] == ["right", "missed", "asked", "missed"]
    assert not moved(by_rules)
    assert not asked(by_rules).calls
