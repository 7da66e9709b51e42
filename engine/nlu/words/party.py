"""Words that say how many people come."""

from engine.nlu.words.lists import phrase_list, word_set

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
BOTH = (
    ("both", "of", "us"), ("us", "both"), ("we", "both"), ("both", "need"), ("both", "want"),
    ("a", "couple", "and"), ("sisi", "sote", "wawili"), ("sote", "wawili"),
)  # fmt: skip
JOINED = word_set("and na with & , plus pamoja")
OWN = word_set("my our a the one")
COMPANIONS = word_set(
    """
    wife husband friend sister brother mother mom mum dad father daughter son kid child baby
    girlfriend boyfriend partner fiance fiancee spouse cousin niece nephew colleague aunt
    bestie hubby mke mume rafiki dada kaka mama baba mtoto binti kijana mpenzi mchumba shangazi
    bae mwenzangu mwanangu mwanagu mwenzi dadangu kakangu mamangu babangu rafikiangu boy girl
    """
)
COUNTED_COMPANIONS = word_set(
    """
    friends sisters brothers daughters sons kids children boys girls nephews nieces cousins
    colleagues siblings marafiki watoto
    """
)
"""They count only with their number: "me and my two friends"."""
WE_ARE = frozenset(
    {
        ("we", "are"), ("well", "be"), ("will", "be"), ("there", "are"), ("we", "re"),
        ("were", "now"), ("make", "us"), ("sisi", "ni"), ("jumla", "yetu"), ("we", "be"),
    }
)  # fmt: skip
"""Before a number that ends what is said they count heads: "we are two, haircut tomorrow"."""
WERE = word_set("were us")
"""The same in one word: "we're three", "count us 3"."""
BY_THE_WAY = word_set(
    "just only actually now about around like all gonna going to be kama tu sasa ni jumla sote"
)
"""Between them and the number."""
BEHIND_US = word_set("now actually altogether total today in and sasa tu pekee jumla leo")
"""Behind the number, as what ends it."""
RECOUNTING = word_set(
    """
    actually make it its no sorry oh wait rather change to put us we are now iwe ni basi hapana
    pole samahani weka tuko ok okay sawa just only please pls tu yes ndio i mean
    """
)
"""Around a number alone where people were counted it may be theirs."""
ANOTHER = word_set("for another kwa mwingine nyingine")
"""Behind an "and" they go on with who comes: "for my mother and another one for me"."""
NEEDING = word_set("want wants need needs would")
"""Behind "me and" and a name they are wished for both: "me and John want haircuts"."""
BRINGING = word_set("bring bringing")
TOO = word_set("too also same both")
"""Behind who is brought along: "I'm bringing my brother, he needs one too"."""
FOR_SEVERAL = word_set(
    "couple couples duo group family bridal party class wawili wapenzi kikundi familia watu"
)
"""In the name of a service: it is for several people at once."""
TURNS = word_set("sets sessions appointments appts slots spots bookings treatments")
"""Behind a number, or a number and a service: so many bookings."""
ORDERED = word_set("book reserve schedule want need get make for nataka naomba nipe nibookie")
"""Before a number of bookings these want so many: nobody who has "2 sessions left" does."""
OF_TWO = word_set("couple couples duo")
"""Before a service whose name has no such word: one for each of two people."""
LIVING = word_set("wawili watatu wanne watano")
"""Numbers of what is alive: `ya wawili` speaks of people, and of no hour."""
LINKS = word_set("ya za wa cha la kwa sisi ni")
"""Before them."""
BEFORE_SEATS = word_set(
    "appointment booking reservation session slot table room space spot treatment package"
)
"""What may be taken for so many: "a slot for three at 10am"."""
BEHIND_SEATS = word_set(
    "at @ on by from around this next please pls plz thanks kesho leo with , . ? ! tafadhali"
)
"""Behind "for two" these begin something else: it is not two of what is said next."""
ALONE = phrase_list(
    """
    just me, only me, me alone, just myself, only myself, one person, just one of us, its only me,
    mimi tu, mimi pekee, mimi peke yangu, peke yangu, mtu mmoja, mimi mwenyewe tu, ni mimi tu
    """
)
"""Nobody else comes."""
CONSULTS = word_set(
    """
    ask asking asked check checking checked confirm confirming consult talk talking talked speak
    speaking spoke discuss discussing agree verify coordinate liaise plan planning argue sort
    """
)
"""Before who is named these only speak with them: "I need to confirm with my husband"."""
CONSULT_VERBS = (
    "uliza", "ulize", "ulizie", "ongea", "ongee", "zungumza", "zungumze", "jadiliana", "jadiliane",
    "shauriana", "shauriane", "wasiliana", "wasiliane", "ambia", "ambie", "hakikisha", "hakikishe",
    "kubaliana", "kubaliane", "elewana", "elewane", "pigia", "pigie", "angalia", "angalie",
)  # fmt: skip
"""The same, with whatever Swahili sets before them: `niongee na mume wangu`."""
OF_SEVERAL = word_set("zangu zetu")
"""Behind one who comes along these make it several: `rafiki zangu` are friends."""
THEIRS = word_set("yangu wangu wetu") | OF_SEVERAL
WHOSE_BEFORE = word_set("my our for his her the")
"""Before a number of children they are who comes: "for my two sons"."""
OWNED = word_set("nina ana tuna una have has got")
"""Before them it is only told that there are so many."""
