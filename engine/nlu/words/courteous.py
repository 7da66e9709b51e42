"""Words that another wording may bring along: courtesy and grammar, no facts."""

from engine.nlu.words.lists import word_set

COURTEOUS = word_set(
    """
    a an the i im me my myself we us our you your it its this that thats these those they them
    and or but so is are am was were be been do does did can could would may with by at for of as
    what whats which who how please pls kindly sorry pardon apologies apologise apologize thank
    thanks welcome warmly warm glad happy help hello hi hey dear afraid quite fully really very
    much mean meant understand understood understanding catch follow clear write written writing
    wrote wait waiting patience message question ask asking tell say saying said try again once
    more another other way words bit little differently rephrase here there let know like well
    unfortunately still too also any to

    na ya wa za la cha vya kwa ni mimi wewe sisi yako yangu yetu wetu wako lako hii hiyo hilo hili
    huo hapa pia tafadhali asante ahsante asanteni shukrani shukran karibu sana samahani pole
    naomba kidogo tena vizuri vyema andika kuandika uandike niandikie umeandika unaweza ungependa
    sema kusema useme niambie eleza nieleze unieleze kueleza maneno ujumbe swali kwamba nini gani
    nani kukusaidia nikusaidie msaada furaha nafurahi tunafurahi kusubiri subira kuelewa nielewe
    unamaanisha ulimaanisha maana mengine nyingine vingine upya hujambo
    """
)
ASSENTING = word_set("get got sure certain right")
"""Right behind a no they agree to nothing: "not sure", "did not get that"."""
ALWAYS_DIRECTED = word_set(
    """
    before after until till since later earlier within than up if unless only except beyond
    kabla baada hadi mpaka tangu kuanzia ndani zaidi ikiwa endapo isipokuwa tu pekee
    """
)
"""Words by which a condition turns round."""
DIRECTED = word_set("from to by between over under kutoka kwenda")
"""The same before a number, a time or a name: "to 18:00", and not "to help"."""
DOING = word_set("by")
"""Before a name it tells who does something, and turns nothing round."""
APOLOGIES = word_set("sorry unfortunately samahani pole bado")
"""They go with a no and are none."""
UNITS = word_set(
    """
    kes ksh kshs sh shs shilling shillings bob shilingi usd dollar dollars dola eur euro euros gbp
    pound pounds tzs ugx cents k percent asilimia am pm hour hours minute minutes day days week
    weeks month months year years times people persons saa masaa dakika siku wiki mwezi miezi mwaka
    miaka mara watu asubuhi mchana jioni usiku
    """
)
"""What a number counts, before or behind it."""
