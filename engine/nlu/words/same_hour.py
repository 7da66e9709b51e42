"""Words by which the hour of what is booked already goes with another day."""

from engine.nlu.words.lists import phrase_list

SAME_HOUR = phrase_list(
    """
    same time, same hour, the same time, saa ile ile, saa ileile, saa hiyo hiyo, saa hiyohiyo,
    saa zile zile, muda ule ule, muda uleule, muda huo huo, muda huohuo, wakati ule ule,
    wakati uleule, wakati huo huo, wakati huohuo
    """
)
