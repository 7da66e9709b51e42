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
        ^ mhm|mmhm|mhmm|ehee|eheh|eeeh|ewaa|sindio $
        ^ hapo|hio|hiyo|hii iko|ni|imekaa|itakuwa? sawa|poa|fiti|right|set|njema|vizuri|freshi $
        ^ hiyo|hii|hio|ile inafaa|itafaa|imekubalika|imeenda
        ^ ni hio|hiyo|hii tu?
        ^ imekubalika|imefaa|imeivana $
        ^ sawa|poa|okay|ok|haya nimekubaliana|tumekubaliana|lipisha|tufanye|hakuna|hamna
        ^ sawa|poa|okay|ok|haya niko|tuko ndani|sawa|poa|ready|tayari
        ^ hapo|hio|hiyo|hii ni|iko? sawa|poa|fiti|right|set|njema|vizuri|freshi|shwari
        ^ niko sawa|poa|fiti|ready|tayari na? hiyo|hio|hii|hapo|$
        ^ weka|book|confirm|nipange|niwekee|nibookie|panga hiyo|hio|hii|ile|tu|basi|sasa|kabisa
        ^ sawa|poa|haya|eeh|ok|okay|ndio nitakuja|nakuja|nitafika|nitakuwa|tutaonana|tuonane
        ^ nitakuwa|nitafika|nitakuja hapo|huko|bila|$
        ^ twende|tuendelee nayo|kazi|basi|sasa|$
        ^ imeenda|imekubalika|imepita|imeivana|tumeelewana|tuko set|tuko sawa
        ^ eeh|ndio|ndiyo|naam|ee niwekee|nipange|book|weka|confirm|fanya|endelea
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
        ^ hiyo|hapo hiyo|hapo $
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
        ^ hiyo|hii|hio|hivyo|hivo .. sio|siyo|si $
        ^ hiyo|hii|hio|hivyo .. sio|siyo|si|haiko sawa|poa|fiti|nzuri|vizuri|sahihi|yenyewe
        ^ acha|wacha? usibook|usiconfirm|usiweke|usilipe|usisend|usitume|msibook|msiweke
        ^ usiconfirm|usisend|usilipe|usitume
        ^ bado sijaamua|sijui|kidogo|sija|sijakubali|nafikiria|$
        ^ hiyo|hii|hio haijakaa|haikai|haipendezi|haiwezi|haitawezekana|haitafanya
        ^ siko|sijakuwa|hatuko sawa|poa|ready|tayari|ndani
        ^ ~!thibitisha
        ^ ~!taka
        ^ bado sijaridhika|sijapenda|sijapata|sijafikiria
        ^ eti|ati hapana|apana|sitaki|zii
        ^ siafiki|sikubaliani|sijaafiki|naafikiani|sipendezwi
        ^ hii|hiyo|hio sio|si|siyo yangu|hiyo|mimi
        ^ nimekataa|tumekataa|nakataa|nimegoma
        ^ hii|hiyo|hio siwezi|sitaki|staki
        ^ hata kidogo|hapana
        ^ sio|si|siyo mimi|hii|hiyo|hio|yangu|hizo|huyo $
        ^ aah|ah|aa hapana|apana|zii
        🙅
        🙅‍♂️
        lakini sitaki|hapana|siwezi $
        ^ asante .. hapana
    """),
    ("thanks", 0.95, """
        asante
        ~shukuru
        ~bariki
        usiku|jioni|wikendi|siku|mchana|weekend|wiki mzuri|nzuri|njema|mwema|poa $
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
        baadaye|badae|badaye|baadae $
        tuonane|tukutane|tuonanage .. kesho|baadaye|badae|$
        be blessed
        umenisaidia|mmenisaidia|umetusaidia|mmetusaidia sana|kweli|kabisa|$
        kazi nzuri|safi|poa
        santeni|asantte|asanteh|thenks|thanx|thenkyu|asantini
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
        ^ unaendelea|mnaendelea aje|vipi|vyema|salama
        ^ unaendeleaje|mnaendeleaje|wanaendeleaje
        ^ u|una|mna hali gani
        ^ uhali|mhali gani
        ^ mko|uko hapo|huko|poa|fiti|salama $
        ^ mko|uko poa|salama|fiti leo|hapo
        ^ rada|raba gani|aje|boss|buda|msee|$
        ^ sema|semeni boss|buda|msee|bro|bana|mzee|mkuu|$
        ^ gm|gud|gudmorning|goodmorning|gudevening|xaxa|holla|hola|wasee|wazito|morale
        ^ umeamkaje|mmeamkaje|umeamka|mmeamka|umeshindaje|mmeshindaje|waambaje|habarini|hamjamboni
        ^ umeamka|mmeamka|umeshinda|mmeshinda aje|poa|salama|vipi|vyema
        ^ habari|mambo|niaje|sasa|vipi wasee|wadau|wapendwa|jamani
        ^ poa|fiti , .. uko|mko|vipi|aje
        ^ sasa .. vipi|dear|boss|buda|msee
        ^ asubuhi|jioni|mchana njema|mwema
    """),
)  # fmt: skip
