"""Words around a service that is asked for."""

from engine.nlu.words.lists import phrase_list, word_set

BEFORE_WANTED = word_set(
    """
    book want need get like have do reserve schedule for offer wanna a an nipange kufanya
    kupata kufanyiwa ya natafuta looking
    """
)
WANTING = frozenset({"taka", "omba", "book", "panga", "weka"})
"""Stems of Swahili verbs before it."""
BETWEEN_WANTED = word_set(
    """
    to a an the my some get do have book of for me in us our your
    """
)
NEVER_WANTED = word_set(
    """
    table flight hotel room ticket meeting appointment appointments booking reservation
    session slot visit spot person people human agent kids wife husband daughter son mother
    father sister brother friend girlfriend boyfriend mum mom dad baby self myself party
    guests guest guys lady ladies information info question questions help assistance
    something anything miadi nafasi refund receipt invoice discount loan job bill statement
    reminder update break favour favor minute moment chance copy photo picture menu catalogue
    catalog list price quote taxi cab ride uber pizza drink confirmation code link response
    reply answer explanation apology complaint supervisor number deal offer voucher lesson
    reason day date kazi msaada risiti punguzo mkopo orodha picha jibu maelezo usaidizi
    human manager owner both all everything them
    """
)
BEHIND_WANTED = word_set(
    """
    please pls plz tafadhali on at for with by tomorrow today kesho leo in and na thanks asante
    this next kwa
    """
)
"""Where the words for a service are over."""
WANTED_PLAINLY = phrase_list(
    """
    i want a, i want an, i need a, i need an, i would like a, i would like an, id like a, id
    like an, i want to book a, i want to book an, i want to get a, i want to get an, i wanna get
    a, i wanna book a, i would like to book a, id like to book a, can i book a, can i get a,
    could i get a, may i get a, book a, book an, book me a, book me an, reserve a, schedule a,
    we want a, we need a, nataka, naomba, ningependa, natafuta, nahitaji, ninahitaji, nataka
    kubook, naomba kubook, ningependa kubook, nibookie, unibookie, niwekee, nataka kuweka
    """
)
LIKE_VERBS = ("ku", "kw", "uni", "mni", "mu", "ni", "tu", "una", "uta")
"""Beginnings of Swahili verbs: "naomba unisaidie" asks for no service."""
