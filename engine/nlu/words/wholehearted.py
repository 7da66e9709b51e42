"""Words beside a yes that change nothing of it, and those that keep what is booked."""

from engine.nlu.words.lists import word_set

LIGHT = word_set(
    """
    i im ill id d him her thatd am those these set we my our me to at on in from by let lets it its
    that
    this booking appointment reservation slot session miadi nafasi one yes going have want wants
    love like would so kwa na ya wa za ni mimi sisi wewe hiyo hapo huo huu sana tu naomba
    nitafurahi thibitisha thibitisheni see both ongeza niongezee imeweza bonga ready tuendelee
    panga pangia ll itll hakuna neno tupo mko inshallah inshaallah insha allah inshalla
    iweke uiweke iwekeni mama mathe mum mwekee muwekee mpangie mpange mbookie
    man my guy fam dude buddy pal darling hon honey babe sweetie teacher doctor daktari mwalimu
    nurse coach
    """
)
KEPT = word_set(
    "keep keeping leave iache niachie acha wacha waache baki ibaki isalie niwekee iweke uiweke"
)
"""Asked whether to cancel: what is booked stays."""
REMOVES = word_set(
    """
    ondoa iondoe uiondoe ondoeni iondoeni niondolee uniondolee mniondolee toa itoe uitoe toeni
    itoeni nitolee unitolee mnitolee futa ifute uifute remove delete drop scrap erase cancel
    ghairi
    """
)
"""Asked whether to cancel: this is what was asked. With nothing beside it, it agrees."""
TAKES, OFF = word_set("take strike"), word_set("off away out")
"""Asked whether to cancel, one with the other is what was asked: "take it off"."""
LISTS = word_set("list calendar schedule diary books")
"""What it is taken off."""
MAY = word_set("can could will would may mnaweza unaweza naweza")
YOU = word_set("you u i we kuniwekea kunibookia kuendelea")
CHECKS = word_set("confirm check verify correct thibitisha thibitisheni hakikisha angalia")
"""Before one of `FIELDS` these ask for it to be looked at: "confirm the time" agrees to nothing."""
FIELDS = word_set(
    "time day date hour price amount cost total service person name number place location "
    "muda siku tarehe saa bei kiasi jumla huduma jina namba mahali"
)
AMONG = word_set("the a my that this our of for kwa ya na hiyo hizo and")
"""Words between those, and between whom something is for and the word for it."""
FOR = word_set("for kwa with")
"""Before a word by which people are also addressed it is somebody else's: "for my sister"."""
NONE = word_set("no without bila hakuna")
"""Before what there is none of: "yes, no changes"."""
