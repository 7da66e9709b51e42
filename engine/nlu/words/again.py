"""Cues of what was booked before, wanted once more; their form: `engine/nlu/acts/cues.py`."""

from engine.nlu.words.lists import word_set

SAME = word_set("same last previous mwisho iliyopita yuleyule yule")
"""Beside who serves these speak of one person."""
AS_BEFORE = word_set("same usual repeat rebook redo kawaida mwisho iliyopita rudia")
"""Before a "but" these let it be followed by what is to be another way."""
WHO = word_set("person lady guy girl man woman mtu dada msee jamaa yuleyule")

THINGS = word_set("thing things service services treatment style booking appointment huduma")

CUES: tuple[tuple[str, float, str], ...] = (
    ("again", 0.95, """
        ^ usual|regular|normal please? $
        ^ the|my|our usual|regular|normal please? $
        the|my|our usual please|with|for|at|on|tomorrow|today|this|next|.|,|!
        @want|get|have|take|book the|my|our usual $
        book|reserve|schedule me? the|my|our usual
        my|the|our usual|regular @visit|thing|service|treatment|one
        same as last|before|always|previous|previously|usual|the|my|our
        same thing|one|ones|service|services|treatment|treatments .. last|before|previous|always
        same style|order|combo|person|stylist|time .. last|before|previous|always
        same lady|guy|girl|man|woman .. last|before|previous|always
        same @role .. last|before|previous|always
        same @visit .. last|before|previous|always
        same .. i|we .. had|did|got|took|booked .. last|before|previously|always
        ^ the? same thing? again please? ,|.|on|at|for|with|this|next|tomorrow|today|$
        do|what you|u did .. last|before|previous
        what i|we .. had|did|got|took|booked .. last|before|previously|always
        what i|we always|usually
        like the? last time
        as the? last time|before
        like before|always|usual please? $
        as usual|always please? $
        ^ as usual|always
        repeat|rebook|redo my|the|our|that last|previous|usual|recent|same .. @visit
        repeat|rebook|redo .. @visit .. last|previous|before
        last|previous time s? @visit again
        my|our last|previous @visit again
        kama mara|siku|safari|ile|hiyo|zile ya|za mwisho|zamani|kawaida
        kama mara|siku|safari|ile|hiyo|miadi iliyopita|zilizopita|zote
        kama kawaida|zamani|awali|desturi
        kama .. last time
        kama .. mara|safari ya|iliyopita mwisho|$
        kama siku|wakati|mara|safari ile|ule|zile|hiyo
        kama ile|ule siku|wakati|mara|safari nyingine|ingine|mwingine?
        ile|ileile|vile|vilevile|ilele .. ya|kama .. mwisho|kawaida|iliyopita|zamani
        ile|yale|zile ya|za siku zote
        ^ ileile|vilevile|hivyohivyo|yaleyale $
        ^ ile|vile|hivyo|yale ile|vile|hivyo|yale $
        @want|nipe|nipatie ileile|yaleyale|vilevile
        @want|nipe|nipatie ile|yale ile|yale
        ^ ya kawaida|zamani $
        @want|nipe|nipatie ya kawaida
        ~rudia|nirudie|nirudishie|rudisha .. @visit .. mwisho|iliyopita|zamani
        ~rudia|nirudie|nirudishie|rudisha .. @visit .. last|previous
        @visit ya|yangu .. mwisho tena
    """),
)  # fmt: skip
