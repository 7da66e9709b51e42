"""An exception of a setting that settles a comparison is no choice; one that does not is."""

import pytest

from engine.model.flow import FlowSet
from engine.model.reading import names
from engine.proof.switches import prepared
from tests.proof.small import Slip, flows


@pytest.mark.parametrize(("share", "open_still"), [("0%", False), ("50%", True)])
def test_of_a_deposit_of_nothing_nothing_is_due(share: str, open_still: bool) -> None:
    usually = "settings: {deposit: 100%}\nrules:\n"
    excepted = f"settings: {{deposit: {{usually: 100%, except: {{known: {share}}}}}}}\n"
    slip = Slip("visit", usually, excepted + "rules:\n  known: staff is filled\n")
    found = flows(slip)
    assert isinstance(found, FlowSet), found
    read = set(names(prepared(found).flows["visit"].rules["pays"]))
    assert any("[known]" in name for name in read) is open_still
    assert "known" in read
