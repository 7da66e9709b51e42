"""Words around what is asked of one's own booking, and of who answers."""

from engine.nlu.said.lists import lists

_SAID = lists("both/own_words")
DONE_TO_IT = _SAID.words("done_to_it")
"""Behind a question these tell what became of a booking: "is my booking cancelled?"."""
ASKED = _SAID.words("asked")
WHEN = _SAID.phrases("when")
TO_CONFIRM = _SAID.words("to_confirm")
"""An order rather than a question: where a yes is asked it may be one."""
WHO = _SAID.words("who")
