"""Classes of words for the cues: English, Swahili and Sheng together."""

from engine.nlu.words.calendar import WEEKDAYS

CLASSES: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "want": "want wanna need require wish ~taka ~penda ~omba ~hitaji nataka naomba",
        "seek": (
            "need find see seek seeking want wanna wanting looking searching after locate get "
            "recommend visit require consult kuona kumwona kumuona kuonana natafuta nahitaji ~taka "
            "~tafuta ~hitaji ~omba"
        ),
        "modal": "can could may might would will shall should able ~weza",
        "book": "book reserve schedule arrange organise organize ~book ~weka ~panga ~hifadhi",
        "make": "make get have set fix find secure grab request do take put ~pata nipe nipatie",
        "visit": (
            "appointment appointments appt appointmnt booking bookings reservation reservations "
            "slot slots session sessions visit spot miadi nafasi ahadi buking kipindi rezavesheni"
        ),
        "person": (
            "person human agent someone somebody representative rep manager owner operator "
            "receptionist people attendant supervisor mtu binadamu mwanadamu mhudumu meneja mwenye "
            "msimamizi mwenyewe mfanyakazi muhudumu anyone staff team"
        ),
        "languages": (
            "english swahili kiswahili kiingereza kizungu sheng spanish french german chinese "
            "mandarin russian italian arabic greek turkish hebrew vietnamese amharic "
            "luganda kamba luhya kisii gujarati punjabi urdu lingala kinyarwanda "
            "hindi portuguese japanese korean dutch kikuyu luo "
            "kifaransa kiarabu somali kisomali kingereza inglish latin thai tamil telugu bengali "
            "hungarian czech danish norwegian finnish icelandic ukrainian persian farsi pashto "
            "malay indonesian tagalog filipino yoruba igbo hausa zulu xhosa afrikaans oromo "
            "tigrinya kirundi maasai kalenjin meru embu taita giriama teso turkana borana "
            "irish welsh catalan croatian serbian romanian bulgarian armenian nepali cantonese "
            "kijerumani kihispania kichina kihindi kikamba kijaluo kimeru"
        ),
        "sort": "type types kind kinds sort sorts",
        "speaking": "talk talking speak speaking chat chatting communicate communicating converse",
        "must": "must should have need gotta got better will gonna am",
        "say": "say repeat tell speak state ~rudia",
        "shift": (
            "change move shift push switch swap edit modify update amend adjust alter ~badilisha "
            "~hamisha ~sogeza"
        ),
        "when": "date time day hour siku muda saa tarehe wakati",
        "drop": "cancel delete remove drop scrap withdraw annul undo void revoke ~futa",
        "pleasing": "nice great good lovely pleasure fun enjoyable pleasant cool glad enjoyed",
        "end": "quit halt end abort cease negate terminate destroy undo kill",
        "being": (
            "bot chatbot robot human ai machine computer program android cyborg artificial "
            "automated "
            "alive living sentient software virtual humanoid robotic conscious fake"
        ),
        "process": (
            "process task command action job program request operation conversation chat "
            "instruction procedure activity execution session step"
        ),
        "open": "open close opening closing ~fungua ~funga",
        "price": "price prices cost costs fee fees rate rates charge charges bei gharama malipo",
        "my": "my our the that this yangu a an",
        "day": " ".join((*WEEKDAYS, "today", "tomorrow", "tonight", "leo", "kesho")),
        "part": "morning afternoon evening night noon weekend asubuhi mchana jioni usiku",
        "i": "i we id ill im ive we'd",
        "talk": "talk speak chat connect transfer get put call contact reach give ~ongea",
    }.items()
}
