"""Words that ask what something costs, and words that only remark on it."""

from engine.nlu.words.classes import CLASSES
from engine.nlu.words.lists import word_set

ASKS = word_set(
    """
    how hows what whats which whos where wheres quote ngapi gani nini nani wapi
    lini aje vipi niambie mniambie uniambie nijulishe kujua nijue nielezee
    """
)
"""Anywhere in a sentence these make a question of it."""
ASKS_ALL = "je"
"""Anywhere in a message: `je, kunyoa kuna bei tofauti`."""
OPENS = word_set("is are does did any kuna mna mko una uko iko je can could will would do tell")
"""At the head of a sentence."""
OF_A_WISH = word_set("i we you")
"""Behind "can", "could", "will" or "would" these ask for a favour."""
FAVOURS = word_set("can could will would do")
GIVE = word_set(
    """
    give send show share tell list nipe nipatie nipeni nitumie nitumieni naomba nataka nionyeshe
    need want know confirm
    """
)
"""Before a bare price these want to be told it."""
PRICE = frozenset(CLASSES["price"]) | {"how", "ngapi"}
OF = word_set("of for ya za a an the my our your this kwa ni is list huduma service")
REMARKS = word_set(
    """
    good nice best better low lower lowest cheap cheaper cheapest fair special zero free half same
    reasonable affordable small reduced discounted friendly normal usual least extra any student
    poa nzuri chini nafuu rahisi sifuri kawaida ndogo kidogo ile ileile mzuri hiyo sawa
    """
)
"""Beside a price these say how it should be."""
