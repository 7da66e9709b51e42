"""Words that turn a sentence: refusing, correcting, choosing, moving."""

from engine.nlu.words.lists import phrase_list, word_set

NOT_BEFORE = word_set(
    """
    not sio siyo si sitaki sipendi siwezi sitaweza cant cannot dont wont except isipokuwa ila
    never without bila nor avoid sidhani unable sipatikani sitapatikana
    """
)
"""Refuses what follows, up to the next stop."""

NOT_AFTER = phrase_list(
    """
    doesnt work, does not work, wont work, is not, isnt, siwezi, haiwezekani, sitaweza, hapana,
    sitaki, sipatikani, sipo, siko, sitakuwa, hatuko, sitoweza, sitakuwepo, haitawezekana, niko
    busy, niko bize, niko na shughuli, ni mapema, ni late, ni usiku sana, imechelewa, ni too
    early, ni too late, nina shughuli, niko na kazi, nina kazi, niko kazini, nitakuwa kazini,
    niko na mgeni, niko na wageni, nina wageni, ni ngumu, ni noma, ni shida, sitafika, is bad,
    is full, is too late, is too early, is no good, haifai, i cant, i cannot, sio, siyo, itakuwa
    ngumu, imenishinda, itanishinda, imeniwia ngumu
    """
)
"""Refuses what stands before it."""

BUSY = word_set("busy bize bizi unavailable away occupied engaged tied travelling traveling held")
BUSY_ON = word_set("on up at this next the all whole day of for with work")
"""Between one of those and the time it refuses: "busy on Friday", "tied up the whole of Friday"."""
OURSELVES = word_set("i im ive ill we were well niko tuko nitakuwa tutakuwa ntakuwa nitakua")
"""Of whom it is told: "is Anna busy on Friday?" refuses no day."""

AT_ONCE = frozenset({"now", "right", "just", "sasa", "hivi"})
"""No time that was proposed: "not now" is a no."""
INSTEAD_OF = frozenset({("instead", "of"), ("rather", "than"), ("badala", "ya"), ("other", "than"),
                        ("instead", "ya"), ("badala", "ile"),
                        ("sina", "haja"), ("hatuna", "haja"), ("hakuna", "haja")})  # fmt: skip
"""These too refuse what follows: `badala ya Anna`, `sina haja ya rangi`."""
CONTRASTS = frozenset({"not", "than", "si", "sio", "siyo", "kuliko"})
"""Before the hour in sight these say that it is another: "2, not 10"."""
LIKE = frozenset({"like", "say", "around", "about", "kama"})
"""Before the last number of a message these put an hour forward."""
JUDGES = word_set("is isnt wont doesnt cant might may ni haiwezi haiwezekani itakuwa")
"""Behind the hour in sight these say how it is: "10 is too early, 12"."""
ANY_BUT = word_set("day time days times anytime anything whenever any")
"""With "but" behind it, what follows is left out: "any day but Friday"."""
HEDGES = word_set(
    """
    but lakini if kama unless wait ngoja subiri hold except however ila provided kwanza bora
    maybe perhaps labda sijui unsure
    """
)
"""A yes with one of these is none yet."""

INSTEAD_WISHED = word_set(
    """
    instead rather badala naomba nataka ningependa tufanye iwe nije nikuje nitakuja niwekee weka
    tuweke wekea niweke fanya
    """
)
"""Beside "I can't come" and another time: the booking is to be moved there."""

EVENTS = word_set(
    """
    exam exams mtihani mitihani test paper wedding harusi ruracio party sherehe birthday bday
    graduation interview meeting mkutano date function event safari trip travel matanga funeral
    church kanisa school shule game mechi deadline shoot maziko arusi
    """
)
IS = word_set("is ni iko ipo on itakuwa")
"""Between one of `EVENTS` and a day: that is when it is, and no time that is wished for."""
AS = frozenset({"as", "like", "kama"})
"""Before a day that is over: how it was then, and no day that is wished for."""
SAYING = frozenset({",", "say", "like", "around", "maybe", "kama", "tuseme"})
"""Behind a range, before the hour in it that would do."""
SINCE = frozenset({"since", "tangu"})
"""What follows tells how long something has been, and is no time that is wished for."""

PROPOSES = phrase_list(
    """
    how about, what about, je, maybe, perhaps, labda, naomba, can we, could we, can i, could i,
    can you, may i, lets, let us, is fine, is ok, is okay, will do, works, possible, available,
    inawezekana, itawezekana, iko poa, iko sawa, itakuwa poa, itakuwa sawa, ni poa, ni sawa,
    naeza, naweza,
    tunaweza, tufanye, tuweke, iwe, ok, okay, poa, sawa
    """
)
"""Beside "I can't come" and another time: that time is put forward in its place."""

CLAUSE_ENDS = frozenset({".", "!", ",", ";"})
WISHES = word_set("naomba nataka ningependa tufanye tuweke how what")
"""No refusal reaches over these: `sitaweza kesho naomba Jumatatu`."""
STOPS = frozenset({",", ".", ";", "!", "?", "but", "lakini", "bali", "please", "so", "then",
                   "ni", "its", "labda", "maybe", "\n"})  # fmt: skip

RATHER = word_set(
    """
    actually sorry no instead rather mean meant wait scratch correction hapana badala samahani
    pole bali nope oops
    """
)
"""Between two answers: the later one counts."""

REPAIRS = word_set("ah aah ahh oh ooh uh er erm hmm")
"""Between two times somebody corrects themselves: "Tuesday... ah Thursday"."""

INSTEAD = frozenset({"instead", "rather", "badala"})
"""Behind a bare number these make it an hour."""

CANNOT = word_set(
    """
    siwezi sitaweza siezi haiwezekani haitawezekana sipatikani sipo sitakuwepo imenishinda
    """
)
"""Behind a day these refuse that day, and not the one that follows: `leo siwezi kesho je`."""

CHOICE = frozenset({"or", "au", "ama", "/", "either"})

MOVES = word_set(
    """
    change make move shift push bring reschedule switch swap postpone badilisha kubadilisha
    nibadilishie badili hamisha kuhamisha sogeza kusogeza songesha tusogeze tuhamishe ibadilishe
    iwe fanya ifanye set update edit
    ahirisha kuahirisha
    """
)
"""Verbs that move a booking."""
