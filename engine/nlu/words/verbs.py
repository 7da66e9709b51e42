"""Swahili verbs that matter here, by stem: a stem is met with many beginnings and ends."""

STEMS = {
    "book": ("book", "booki", "bookie", "bookia", "buku"),
    "weka": ("weka", "wekea", "wekee", "weke", "wekewa"),
    "panga": ("panga", "pangia", "pangie", "pange"),
    "hifadhi": ("hifadhi", "hifadhia", "hifadhie"),
    "taka": ("taka", "taki", "take"),
    "penda": ("penda", "pende", "pendi"),
    "omba": ("omba", "ombe", "ombi"),
    "hitaji": ("hitaji", "hitajia"),
    "weza": ("weza", "eza", "wezi"),
    "pata": ("pata", "pate", "patia", "patie"),
    "badilisha": ("badilisha", "badili", "badilishia", "badilishie", "badilishe",
                  "badilika", "change"),
    "ahirisha": ("ahirisha", "ahirishia", "ahirishe", "ahirishie", "postpone", "reschedule"),
    "hamisha": ("hamisha", "hamishia", "hamishe", "move"),
    "sogeza": ("sogeza", "sogezea", "sogezee", "sogeze"),
    "futa": ("futa", "futia", "futie", "fute", "ghairi", "ghairia", "ghairie",
             "ghairishe", "sitisha", "sitishe", "katisha",
             "batilisha", "cancel", "canceli", "cancelia"),
    "tafuta": ("tafuta", "tafutia", "tafutie"),
    "ongea": ("ongea", "ongee", "zungumza", "zungumze", "ongeleshwa", "chat", "talk", "speak"),
    "rudia": ("rudia", "rudie"),
    "rudi": ("rudi", "rudisha", "rudishe"),
    "ruka": ("ruka", "ruke"),
    "anza": ("anza", "anze"),
    "acha": ("acha", "ache", "wacha", "achana"),
    "lipa": ("lipa", "lipe", "lipia"),
    "kuja": ("kuja", "kuje", "ja", "fika"),
    "fungua": ("fungua", "funguliwa", "funguka", "fungulia"),
    "funga": ("funga", "fungwa"),
    "toa": ("toa", "tolewa", "fanya"),
    "tuma": ("tuma", "tume", "tumia", "tumie"),
    "elewa": ("elewa", "elewi", "skia", "sikia", "skii"),
    "saidia": ("saidia", "saidie", "saidiwa", "saidiwe", "saidika", "saidianga", "help"),
    "thibitisha": ("thibitisha", "thibitishe", "kubali", "hakikisha", "confirm"),
}  # fmt: skip

SUBJECTS = ("", "ni", "nina", "na", "u", "una", "a", "tu", "tuna", "m", "mu", "mna", "wa", "si",
            "ha", "hatu", "ham", "hawa", "ku", "niku", "naku", "uku", "nao", "tunao")  # fmt: skip
TENSES = ("", "na", "li", "ta", "me", "nge", "ki", "ka", "ja", "sha", "taka", "mesha")
OBJECTS = ("", "ni", "ku", "m", "mu", "tu", "wa", "ki", "i", "u", "li", "ya", "zi", "ji")
