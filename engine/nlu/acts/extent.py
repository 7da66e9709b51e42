"""How far cues reach, one beside the other."""

from engine.nlu.acts.cues import Match


def within(one: Match, other: Match) -> bool:
    """Whether a cue is only a piece of another, longer one."""
    inside = other.start <= one.start and one.end <= other.end
    return inside and one.end - one.start < other.end - other.start


def overlap(one: Match, other: Match) -> bool:
    """Whether two cues share words."""
    return one.start < other.end and other.start < one.end


def length(cues: dict[str, Match], name: str) -> int:
    """How many words speak for an act; 0 if it was only concluded."""
    return cues[name].end - cues[name].start if name in cues else 0
