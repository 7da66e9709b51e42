"""Words of a question that only supposes something."""

from engine.nlu.words.lists import word_set

IF = word_set("if incase should suppose")
SUBJECTS = word_set("i we")
WISHES = word_set("need needed have had want wanted decide decided to ever must later wish do")
"""Between `if I` and the verb."""
SUPPOSES = ("niki", "tuki")
"""How Swahili verbs begin that say `if I`, `if we`: nikighairi, tukifuta."""
WISHED_IF = word_set("nikitaka nikihitaji nikiamua tukitaka tukihitaji tukiamua nikitaka")
ASKS = word_set(
    """
    ? what how is are do does will would can could any kuna je nini vipi gani ngapi nafanyaje
    nitarudishiwa mtanirudishia nitalipa nalipa
    """
)
"""One of these makes a question of it."""
