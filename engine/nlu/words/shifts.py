"""Words that count from a time in sight: later, earlier, mbele, mapema zaidi."""

from engine.nlu.words.lists import phrase_list, word_set

LATER = phrase_list(
    """
    later, after that, after it, behind that, baadaye, baadae, badaye, mbele, baada ya hapo,
    baada ya hiyo, baada yake, later than that, mbele zaidi, baadaye zaidi
    """
)
EARLIER = phrase_list(
    """
    earlier, sooner, before that, before it, mapema, mapema zaidi, nyuma, kabla ya hapo,
    kabla ya hiyo, kabla yake, kabla, earlier than that
    """
)
NEXT_DAY = phrase_list(
    """
    the day after, day after that, the next day, the following day, next day, following day,
    siku inayofuata, siku itakayofuata, siku ifuatayo, kesho yake
    """
)
ANY_NEXT = word_set("you we off available free open possible")
"""Behind "the next day": whichever comes next, and none that is counted from another."""
DAY_BEFORE = phrase_list("the day before, day before that, the previous day, siku iliyotangulia")
"""Beside a day in sight; not "the day after tomorrow", nor "the day after Friday"."""
BOTH = phrase_list("forward, forwards, ahead, back, backwards, up")
"""Which way depends on who says it, but for the verb: to push back is later, to bring forward
earlier."""
LATER_VERBS = word_set("push pushed put delay delayed postpone ahirisha")
"""With "back" later; those that delay with a length alone as well."""
DELAYS = word_set(
    "delay delayed delaying postpone ahirisha kuahirisha iahirishe ichelewe push pushed pusha ipush"
)
EARLIER_VERBS = word_set("bring brought")
"""With "forward" and "up" earlier."""
BY = word_set("by kwa for")
EITHER_BY = word_set("by kwa")
"""Behind "move" or "shift" and before a length: which way is left open."""
OF_A_BOOKING = word_set(
    """
    come coming can could bring brought kuja nije nikuje naweza tunaweza nifike rudisha rudisheni
    nirudishie weka niwekee ongeza tuongeze arrive
    """
)
"""Beside "an hour later", where nothing is under way: later than what is booked, not than now."""
FROM_NOW = word_set("in within baada ndani after")
"""Before a length: it counts from now, or is something else."""
MOST_SAA = 3
"""`saa moja baadaye` is one hour later; `saa tisa baadaye` may be nine o'clock."""
MOVED_THING = word_set(
    """
    mbele nyuma kidogo tu hiyo hio ile yangu yetu booking miadi appointment nafasi saa muda wakati
    """
)
"""Between such a verb and where it is moved: `sogeza miadi yangu mbele hadi saa tisa`."""
