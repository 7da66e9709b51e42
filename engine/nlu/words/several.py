"""Words by which several things are wanted, one beside the other."""

from engine.nlu.words.lists import word_set

JOINS = word_set("and na & , plus pamoja also then halafu kisha pia alafu n")
"""Between two services: both are wanted."""
PARTS = word_set(
    "not but instead how what which is are does do if bei ngapi je gani sio lakini badala . ! ?"
)
"""Between two services: they belong to no one wish."""
ADDS = word_set("also too plus add include pia ongeza niongeze niongezee zaidi")
"""With a service in the midst of booking another: both are wanted."""
ADDS_BOTH = (("as", "well"), ("on", "top"), ("in", "addition"), ("juu", "yake"))
OPENS = word_set("and na plus")
"""The same, where a message begins with it."""
KEPT_TOGETHER = word_set("or au ama instead rather badala if kama not sio siyo but lakini unless")
"""With one of these in it, a message with several times may be no wish for several bookings."""
WHOSE = word_set("for at his her is ya wa kwa aje yake saa 's him hers . , ? ! mine yangu")
"""Around who comes and when: "and at 4 for my son"."""
OWNED = word_set("my our his her their")
STATED = word_set("is was are were has had needs need yangu wangu zangu langu")
"""Around a word of several that only tells what it is about: "my hair is long, a trim please"."""
