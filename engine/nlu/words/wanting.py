"""Words around a service that is asked for."""

from engine.nlu.words.lists import word_set

BEFORE_WANTED = word_set(
    """
    book want need get like have do reserve schedule for offer wanna a an nipange kufanya
    kupata kufanyiwa ya natafuta looking
    """
)
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
    something anything miadi nafasi
    """
)
