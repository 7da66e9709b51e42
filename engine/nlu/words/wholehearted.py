"""Words beside a yes that change nothing of it, and those that keep what is booked."""

from engine.nlu.words.lists import word_set

LIGHT = word_set(
    """
    i im ill id d him her thatd am those these set we my our me to at on in from by let lets it its that
    this booking appointment reservation slot session miadi nafasi one yes going have want wants
    love like would so kwa na ya wa za ni mimi sisi wewe hiyo hapo huo huu sana tu naomba
    nitafurahi thibitisha thibitisheni see both ongeza niongezee imeweza bonga ready tuendelee
    panga pangia ll itll hakuna neno tupo mko inshallah inshaallah insha allah inshalla
    mwekee muwekee mpangie mpange mbookie
    """
)
KEPT = word_set("keep keeping leave iache niachie acha wacha waache baki ibaki isalie niwekee")
"""Asked whether to cancel: what is booked stays."""
MAY = word_set("can could will would may mnaweza unaweza naweza")
YOU = word_set("you u i we kuniwekea kunibookia kuendelea")
NONE = word_set("no without bila hakuna")
"""Before what there is none of: "yes, no changes"."""
