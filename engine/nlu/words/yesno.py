"""Words that say yes or no and nothing else, and those that only look like a no."""

from engine.nlu.said.lists import lists
from engine.nlu.words.lists import word_set

YES = word_set(
    """
    yes yeah yep yup yap yeh yea yess yah yeap yas aye ndio ndiyo ndyo naam eeh ee ehe ndivyo ewaa
    ndo eee enhe ndioo 👍 👌 ✅ ✔
    """
)
NO = word_set(
    """
    no nope nah naw nay noo hapana apana hapanaa zii hasha sitaki staki sikubali nakataa haifai
    haiwezekani 👎 ❌ 🚫 ✖
    """
)
NO_AT_THE_END = frozenset({"la", "lah", "n"})
"""A no only where nothing follows: else `la` is "of"."""
HEARD = word_set("ok okay okey oky k aha sawa haya alright poa fiti na and")
"""They may only take in what was said."""
FIRM = word_set("absolutely definitely certainly surely totally clearly hakika kabisa")
"""Beside a no they make it firmer."""
FAINT = word_set(
    "ok okay okey sure alright right fine great good cool sawa haya poa fiti safi it its"
)
"""Beside "no thanks" these are only its tone."""
THANKS = frozenset({"thanks", "thank", "asante", "thx"})
TAGS = frozenset({"si", "right", "correct", "kweli", "eh", "true"})
"""Behind a yes, before a question mark, these ask for a yes."""
CORRECTING = word_set("actually sorry mean meant scratch correction oops samahani pole rather")

NO_HARM = lists("both/harmless").phrases("no_harm")
"""Set phrases in which nothing is turned down."""
WITHOUT = word_set(
    """
    change changes allergy allergies extra extras preference preferences need hurry rush gel
    parking sms pain mabadiliko haraka
    """
)
"""Behind "no" without a stop: what there is none of."""
