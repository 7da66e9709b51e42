"""What models may cost for a booking, as a business sets it."""

import pytest

from engine.errors import InputError
from engine.model.cost import CostLimits, limits
from tools.tenants.options import read_options


def test_dollars_are_read_and_reach_the_limits() -> None:
    given = read_options(["model_cost_soft_usd=0.02", "model_cost_hard_usd=1"])
    assert limits(given.settings) == CostLimits(0.02, 1.0)


def test_what_is_not_set_is_as_usual() -> None:
    assert limits({}) == CostLimits(0.05, 0.20)


@pytest.mark.parametrize("value", ["-1", "free", "true"])
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(InputError, match="write US dollars"):
        read_options([f"model_cost_hard_usd={value}"])
