"""Words that say how many people come."""

from engine.nlu.words.lists import word_set

HEADS = word_set(
    """
    people persons pax adults kids guests friends ladies women men girls guys heads cars vehicles
    pets dogs
    """
)
HEADS_BEFORE = word_set(
    "watu tuko tutakuwa tutakuja mko wageni magari marafiki sisi wanawake wanaume"
)
PARTY_OF = word_set("party group family team us")
"""Before "of" and a number."""
SELF = word_set("me myself i mimi us nami")
BOTH = (("both", "of", "us"), ("us", "both"), ("sisi", "sote", "wawili"), ("sote", "wawili"))
JOINED = word_set("and na with & , plus pamoja")
OWN = word_set("my our a the one")
COMPANIONS = word_set(
    """
    wife husband friend sister brother mother mom mum dad father daughter son kid child baby
    girlfriend boyfriend partner fiance fiancee spouse cousin niece nephew colleague aunt
    bestie hubby mke mume rafiki dada kaka mama baba mtoto binti kijana mpenzi mchumba shangazi
    bae mwenzangu
    """
)
COUNTED_COMPANIONS = word_set(
    "friends sisters brothers daughters sons kids children marafiki watoto"
)
"""They count only with their number: "me and my two friends"."""
FOR_SEVERAL = word_set(
    "couple couples duo group family bridal party class wawili wapenzi kikundi familia watu"
)
"""In the name of a service: it is for several people at once."""
TURNS = word_set("sets sessions appointments appts slots spots bookings treatments")
"""Behind a number, or a number and a service: so many bookings."""
ORDERED = word_set("book reserve schedule want need get make for nataka naomba nipe nibookie")
"""Before a number of bookings these want so many: nobody who has "2 sessions left" does."""
OF_SEVERAL = word_set("couple couples duo group family bridal")
"""Before a service: the same."""
