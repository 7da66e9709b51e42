"""Words that approve of a summary, and words around them."""

from engine.nlu.said.lists import lists

_SAID = lists("both/approving")
FIRM = _SAID.words("firm")
"""Alone in a sentence these agree as plainly as a yes."""
APPROVE = FIRM | _SAID.words("approve")
AROUND = _SAID.words("around")
JUDGED = _SAID.words("judged")
"""Beside a word of approval they make a whole sentence of it: "that sounds great"."""
CURIOUS = _SAID.words("curious")
"""Before "if" these ask, and set no condition: "I also want to know if they do beards"."""
ME = _SAID.words("me")
"""Before them they do: "let me know if it can be cheaper"."""
FACTS = _SAID.words("facts")
"""What is asked about a place while its booking is agreed to: nothing of this changes one."""
BESIDE = _SAID.words("beside")
"""May lead to what is asked beside a yes."""
REQUESTS = _SAID.words("requests")
ASKS = REQUESTS | _SAID.words("asks")
"""Words by which a sentence begins that asks for such a fact."""
