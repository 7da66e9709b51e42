"""Swahili and Sheng cues of answers and courtesies, in the form of `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("affirm", 0.98, """
        ^ ndio|ndiyo|ndyo|naam|eeh|ee|ehe|ndivyo|haswa|hakika|kabisa|ewaa|ndo|eee|enhe|ndioo
    """),
    ("affirm", 0.97, """
        ^ nathibitisha|thibitisha|nakubali|kubali|nimekubali|nakubaliana|tumekubaliana|confirm
        ^ ni|iko|ipo|itakuwa sawa|sahihi|poa|hivyo|fiti|sawasawa|vizuri|kweli
        ^ bila shaka
        ^ bila wasiwasi
        ^ fanya hivyo
        ^ ok|sawa|poa|haya|okay weka|endelea|nimekubali|nakubali|fanya|book|niwekee|confirm
        ^ endelea|tuendelee $
        ^ niwekee|nihifadhie $
        ^ hakuna|hapana shida|wasiwasi|noma|tatizo
        ^ hamna|haina shida|noma|tatizo
    """),
    ("affirm", 0.95, """
        ^ sawa|haya|poa|fiti|sahihi|kweli|vizuri|safi $
        ^ sawa|poa|haya sawa|poa|haya
        ^ weka $
        ^ sawasawa|barabara|nzuri|fity|freshi|fresh|sasawa|swadakta $
        ^ sawa|haya|poa|fiti|safi ,|.|!|tu|sana|basi|kabisa
        ^ sawa|haya|poa|fiti|safi sasa|hivyo|hapo $
        ^ sasa iko|ni|imekaa|hapo? sawa|poa|fiti|safi|vizuri $
        ^ nimeelewa|inafaa|itafaa|inanifaa|imekaa
    """),
    ("affirm", 0.6, """
        ^ sawa|haya|poa|fiti
    """),
    ("deny", 0.97, """
        ^ hapana|apana|la|lah|hapa|zii|hapanaa|hasha|ata|wapi
        ^ si|sio|siyo hivyo|sasa|leo|kweli|sahihi|sawa|poa|nzuri|vizuri|fiti
        ^ haiko|haipo|hayuko sawa|poa|fiti|vizuri
        ^ sikubaliani|sijathibitisha|sijakubali|sithibitishi
        ^ sitaki|staki|sikubali|sidhani|sipendi|nakataa|kataa|hatutaki
        ^ bado kwanza? $
        ^ hiyo|hii|hivyo sitaki|staki|hapana
        ^ hapana asante
        ^ haifai|haiwezekani|haitafaa|hainifai
        ^ usi|usifanye|usiendelee|usiweke|usibook|usihifadhi|usithibitishe
        ^ hakuna $
        lakini sitaki|hapana|siwezi $
        ^ asante .. hapana
    """),
    ("thanks", 0.95, """
        asante
        asanti
        ahsante
        asanteni
        shukran
        shukrani
        nashukuru
        nimeshukuru
        tunashukuru
        barikiwa
        ubarikiwe
        mbarikiwe
        mungu akubariki
        kwaheri
        kwa heri
        kwaherini
        tutaonana
        baadaye $
        usiku mwema
        siku njema
        lala salama
        karibu sana
        nimefurahi
    """),
    ("greeting", 0.95, """
        ^ habari|hujambo|jambo|mambo|sasa|niaje|vipi|shikamoo|salaam
        ^ salamu|salama|hamjambo|aje|oya|semaje|salam|asalam|assalam|poa
        ^ habari za|ya|yako|zenu|gani|yenu
        ^ habari za|ya asubuhi|jioni|mchana|leo|kazi|siku
        ^ za asubuhi|mchana|jioni|leo|saa
        ^ uko|mko poa|salama|sawa|fiti|aje|vipi
        ^ upo|mpo $
        ^ asalaam|assalamu
        ^ u hali gani
        ^ hodi
        ^ sasa .. vipi|dear|boss|buda|msee
        ^ asubuhi|jioni|mchana njema|mwema
    """),
)  # fmt: skip
