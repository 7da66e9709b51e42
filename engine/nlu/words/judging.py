"""Words that judge what was said."""

from engine.nlu.words.lists import word_set

FOR = word_set(
    "true truth right correct accurate fact factual affirmative positive valid proper case"
)
POSSIBLE = word_set("possible likely probable")
"""Only with a "not" before them do these judge."""
AGAINST = word_set(
    "false wrong incorrect untrue inaccurate erroneous invalid mistaken negative lie"
)
MAYBE = word_set("might may maybe perhaps possibly could either labda huenda")
"""With one of these nothing is judged."""
FLIPS = word_set(
    """
    no not isnt wasnt arent dont doesnt didnt cant cannot never hardly wouldnt wont aint nor without
    """
)
DOUBTS = frozenset({"doubt", "doubts", "doubted", "shaka"})
DOUBTLESS = frozenset({"beyond", "little", "zero"})
"""Before a doubt they leave none; "no doubt" is turned round twice."""
ABOUT = word_set(
    """
    that thats this it its you youre your statement answer response information one thing is was
    seems sounds looks appears be about
    """
)
ASKING = word_set(
    """
    is are was were do does did can could would will should may what whats when where who why how
    which whose am has have tell hows
    """
)
