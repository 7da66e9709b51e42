"""A publish strands nobody: random conversations, random edits; see `stranding.py` for more."""

from engine.model.flow import FlowSet
from tests.engine.machine.edits import Editor
from tests.engine.machine.stranding import changes, conversations, trial

CONVERSATIONS, EDITS, DRIVEN = 1_000, 25, 12


def test_every_conversation_goes_on_or_the_edit_is_refused(flows: FlowSet) -> None:
    editor = Editor()
    sessions = conversations(flows, CONVERSATIONS)
    tally = trial(flows, sessions, changes(editor, sessions, EDITS), drive=DRIVEN)
    assert tally.stranded == []
    assert tally.edits["published"] > 0
    assert tally.edits["refused"] > 0
    assert tally.moved == CONVERSATIONS * tally.edits["published"]
