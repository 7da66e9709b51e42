"""Cues of customers who say that they were taken wrongly; their form: `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("misheard", 1.0, """
        not what i|we meant|mean|said|say|asked|ask|wrote
        isnt|wasnt what i|we meant|mean|said|say|asked|ask|wrote
        i|we didnt mean|say|ask that|this|it|for
        i|we did not mean|say|ask that|this|it|for
        i|we never said|asked|meant|wrote that|this|it|for|so
        you|u got|get it|me|that|this .. wrong
        you|u have got it|me .. wrong
        you|u misunderstood|misunderstand|misheard|misread
        you|u are misunderstanding|mishearing
        you|u dont|didnt understand|get me|us|it
        you|u did|do not understand|get me|us|it
        you|u are not understanding|getting|hearing|listening me|us|to|$
        you|u arent|aint understanding|getting|hearing|listening me|us|to|$
        wrong answer|question
        sikumaanisha|sijamaanisha|simaanishi|hatukumaanisha
        sikusema|sijasema|sikuuliza|sijauliza hivyo|hivo|hiyo|hilo|hayo
        sio|siyo|si hivyo|hivo|hiyo|hilo niliyosema|nilivyosema|nilichosema
        sio|siyo|si hivyo|hivo|hiyo|hilo niliomaanisha|nilichouliza
        sio|siyo|si nilichosema|nilichouliza|nilichomaanisha|nilivyosema|niliyomaanisha
        hujanielewa|hukunielewa|hunielewi|hamjanielewa|hamnielewi|hamkunielewa|hujaelewa|hukuelewa
        umenielewa|ulinielewa|umeelewa|mmenielewa vibaya|visivyo|tofauti
        unaelewa|unanielewa vibaya|visivyo
    """),
)  # fmt: skip
