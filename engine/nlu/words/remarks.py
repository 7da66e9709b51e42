"""Words of what customers tell of their day by the way: how it is, where they are, what is on."""

from engine.nlu.words.lists import phrase_list, word_set

WISHED = word_set(
    """
    want wanna need needs like love prefer book booking reserve schedule come coming visit pass
    free available open slot slots space appointment appointments off fit squeeze
    nataka tunataka naomba tunaomba ningependa tungependa nahitaji tunahitaji naeza naweza
    tunaweza nibook nibookie unibookie nipangie niwekee niweke weka tuweke iwe nije nikuje kuja
    nikuja nitakuja tuje nipate natafuta nafasi miadi muda huru inawezekana possible je
    """
)
"""In a sentence with one of these a day is wished for, whatever is told beside it."""
WISH_LEADS = word_set(
    """
    want wanna need book can could please pls plz nataka tunataka naomba tunaomba ningependa
    tungependa nahitaji tunahitaji naeza naweza tunaweza nibookie unibookie nipangie niwekee
    """
)
"""With these another thing begins, comma or none."""
TURNING = word_set("but lakini bali so because coz cos cuz cause since juu maana hence then hivyo")
"""Between two things that are told."""

STATED = phrase_list(
    """
    nimechoka, tumechoka, nachoka, nimeboeka, nimefurahi, nimestress, nimestressika, mvua
    inanyesha, kunanyesha, inanyesha, joto sana, baridi sana, jam sana, its raining, so hot, so
    cold, too hot, too cold, long day, bad day, rough day, hard day, nice day, what a day, siku
    mbaya, siku ndefu, siku ngumu, siku njema, siku nzuri, nasafiri, ninasafiri, tunasafiri,
    nitasafiri, tutasafiri, ntasafiri, natravel, nitatravel, out of town, get paid, getting paid,
    nalipwa, ninalipwa, nitalipwa, ntalipwa, tunalipwa, tutalipwa, niko safarini, nitakuwa
    safarini, niko shags, niko ocha, naenda shags, naenda ocha, naenda kanisa, naenda kazi,
    naenda job, naenda church, going to church, at work, niko job, it will rain, going to rain,
    itanyesha, public holiday, bank holiday, payday, mshahara, getting married, anaolewa, anaoa,
    wanaoana, umeamkaje, umeshindaje, unaendeleaje, how is your day, hows your day, hope you are
    well, hope youre well, nitakuwa shags, nitakuwa ocha, nitakuwa nje, nitakuwa mbali, naanza
    kazi, naanza job, start work, start my new, schools open, schools close, zinafungua,
    zinafunguliwa, zinafunga, maandamano, kids are home, there is a protest, theres a protest,
    no water, no lights, hakuna stima, hakuna maji
    """
)
"""How a day is and where one is, which asks for nothing."""
STATES = word_set(
    """
    stressed stress tired exhausted drained bored broke raining hot cold traffic jam foleni mvua
    joto baridi njaa hungry sad lonely hangover travelling traveling working flying moody mood
    moods crazy hectic rough
    """
)
"""The same behind one of `STANDING`."""
STANDING = word_set(
    """
    im am is its are feeling feel so very too really niko nina tuko tuna kuna ni na ako was been
    nikiwa
    """
)
HAPPENED = ("nime", "tume")
"""What a verb begins with that tells what has happened: `nimefika leo`, `nimepata mshahara`."""
SETTLED_ON = word_set(
    """
    nimeamua tumeamua nimechagua tumechagua nimesema tumesema nimebook tumebook nimepanga
    tumepanga nimependa nimeona nimekubali nimebadilisha nimefikiria nimemaanisha nimepata nimeweka
    nimeomba nimeonelea nimetaka nimepewa nimeambiwa
    """
)
"""Of those the ones by which a day is settled on, or has been."""
PAST = word_set("woke slept arrived landed bought lost passed")
"""What one has done, behind "I" or "we"."""
OURSELVES = word_set("i we ive just")
PARTINGS = phrase_list(
    """
    have a nice, have a great, have a good, have a lovely, have a blessed, enjoy your, enjoy the,
    happy, see you, see u, tuonane, tutaonana, uwe na, muwe na
    """
)
"""Before a day these wish the other well: "have a nice weekend"."""
WELL = word_set("njema mwema mzuri nzuri")
"""The same behind it: `wikendi njema`."""

DUTIES = word_set(
    """
    exam exams mtihani mitihani cat paper interview meeting meetings mkutano mikutano trip travel
    safari school shule class classes lecture deadline flight work kazi job shift court kesi
    seminar workshop training presentation visitors wageni mgeni guests event function game mechi
    """
)
"""What else is on then; one comes at another time."""
FEASTS = word_set(
    """
    wedding harusi arusi ruracio party sherehe birthday bday graduation shoot matanga funeral
    church kanisa dowry date
    """
)
"""What one comes for beforehand: its day is dropped only where nothing, or another, is wished."""
HELD_BY = word_set("have having has got ive nina tuna na kuna my our ni is its hold attending")
"""Before one of those: "I have a meeting", `niko na mkutano`."""
OF_OURS = word_set("yangu yetu wangu langu letu")
BEHIND_EVENT = word_set(
    """
    on at in is ni iko from till until hadi mpaka this next and na ya huko hapo coming that
    """
)
"""What may follow it where it is the event itself, and not a "wedding makeup"."""
