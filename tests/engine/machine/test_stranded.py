"""A publish strands nobody: random conversations, random edits; see `stranding.py` for more."""

import pytest

from engine.model.flow import FlowSet
from tests.engine.machine.edits import Editor
from tests.engine.machine.stranding import (
    COULD,
    LIVE,
    PROOF,
    PUBLISHED,
    changes,
    conversations,
    trial,
)
from tests.publishing import whole_gate

CONVERSATIONS, EDITS, DRIVEN = 300, 8, 12


@pytest.mark.slow
def test_every_conversation_goes_on_or_the_edit_is_refused(flows: FlowSet) -> None:
    editor = Editor()
    sessions = conversations(flows, CONVERSATIONS)
    chosen = changes(editor, sessions, EDITS)
    tally = trial(whole_gate(), flows, sessions, chosen, drive=DRIVEN)
    assert tally.stranded == []
    assert tally.edits[PUBLISHED] > 0
    assert tally.edits[LIVE] + tally.edits[COULD] + tally.edits[PROOF] > 0
    assert tally.moved == CONVERSATIONS * tally.edits[PUBLISHED]
