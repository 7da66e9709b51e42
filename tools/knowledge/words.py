"""What questions are about, by their words; the patterns are those of `engine/nlu/acts/cues.py`."""

TOPICS: tuple[tuple[str, float, str], ...] = (
    ("price", 0.9, """
        how much
        @price
        expensive|cheap|cheapest|pricelist|pesa|shilingi
        kwa|ni|how ngapi
    """),
    ("duration", 0.95, """
        how long
        how many minutes|hours
        duration
        inachukua|itachukua|huchukua
        dakika|masaa ngapi
        muda gani
    """),
    ("who", 0.95, """
        who|whos
        nani|kina
        which stylist|therapist|barber|person|doctor|dentist|trainer|tutor
    """),
    ("people", 0.96, """
        who works
        who is|are your|the|in
        your|the team|staff|stylists|therapists|barbers|people
        timu|wafanyakazi wenu|yenu
    """),
    ("hours", 0.9, """
        @open
        opened|closed|hours|masaa|wazi
    """),
    ("where", 0.9, """
        where|wheres|wapi|location|located|address|directions|map|pin|mahali
        get there
        get to you|your
        find|reach you|your|the
        fika|kufika|nafika|nifike|tufike aje|vipi
        upande|area|sehemu|mtaa|estate|building|floor|jengo gani
        nafika|nitafika|tutafika|nifike
    """),
    ("payment", 0.9, """
        pay|paying|payment|payments|card|cards|cash|mpesa|visa|mastercard|till|paybill|malipo
        kadi|taslimu|lipa|kulipa|nalipa|tunalipa|mnalipwa
        ~lipa
        m pesa
    """),
    ("cancellation", 0.95, """
        cancel|cancelling|canceling|cancellation|reschedule|kughairi|kufuta|kuahirisha
        policy
    """),
    ("phone", 0.95, """
        phone|telephone number?
        your number
        namba|nambari|simu yenu|ya|yako
        call you
    """),
    ("machine", 0.97, """
        are you a|an|the? bot|robot|human|person|real|ai|machine|computer
        am i talking|speaking|chatting
        wewe|we ni? robot|bot|mtu|mashine
        unaitwa nani
    """),
    ("offered", 0.8, """
        do you|u|they guys? do|offer|provide
        mnafanya|mnatoa
    """),
    ("delivery", 0.95, """
        when|how .. get|receive|have|collect my|the|our? photos|pictures|pics|results|report|album
        nitapata|tutapata|napata|mtanitumia|mtatutumia .. lini|ngapi|picha|majibu|matokeo
        lini picha|majibu|matokeo
    """),
    ("bring", 0.95, """
        should|must|do|can .. carry|bring
        what|anything|something .. carry|bring
        nije|nikuje|tukuje na nini
        nibebe|nilete|tubebe|tulete
    """),
    ("preparation", 0.95, """
        should|must|do|can .. eat|fast|drink|prepare
        nijiandae|nijitayarishe|kujiandaa|kujitayarisha
        nile|nisile|nikule|nikunywe|kula .. kabla|kwanza
        before .. come|coming|the|my visit|appointment|session|test
    """),
    ("services", 0.85, """
        services|menu|treatments|huduma
        what all? do you guys? do|offer|have|sell
        mnafanya|mnatoa|mnauza nini
    """),
)  # fmt: skip
"""Where several are heard the surest counts; among equals the first."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "parking": "parking park parked car cars gari magari kupaki kuegesha maegesho",
        "payment": (
            "pay paying payment payments card cards cash mpesa visa mastercard till paybill bank "
            "cheque malipo kadi taslimu lipa kulipa nalipa"
        ),
        "location": (
            "where wapi location located address directions map find reach building floor landmark "
            "jengo ghorofa nafika nitafika fika"
        ),
        "cancellation": (
            "cancel cancelling cancellation reschedule policy notice late refund kughairi kufuta "
            "kuahirisha nikichelewa chelewa"
        ),
        "insurance": (
            "insurance insured cover nhif sha shif jubilee britam aar apa cic madison bima"
        ),
        "clothing": "wear clothes clothing dress nivae vaa nguo kuvaa mavazi",
        "bring": "bring carry come with nibebe nilete nije beba lete kubeba kuleta",
        "children": "kids kid child children baby babies son daughter mtoto watoto mwanangu",
        "age": "age ages old young older younger years umri miaka",
        "waiting": (
            "wait waiting lounge sit relax kusubiri subiri nisubiri kungoja ngoja ningoje "
            "nitangoja nitasubiri kuketi"
        ),
        "delivery": (
            "delivery deliver delivered ready turnaround receive edited editing retouching "
            "softcopy usb tayari kupokea kuletewa"
        ),
        "deposit": "deposit upfront advance downpayment amana",
        "languages": "language languages english swahili kiswahili kiingereza lugha",
        "experience": (
            "experience experienced qualified qualification licensed certified trained uzoefu "
            "leseni waliosomea"
        ),
        "materials": (
            "material materials textbook textbooks notes stationery vitabu kitabu daftari"
        ),
        "online": "online zoom meet virtual remotely mtandaoni mtandao",
        "pets": "pet pets dog dogs cat cats puppy mbwa paka",
        "toilets": "toilet toilets bathroom washroom washrooms shower showers choo bafu",
        "guarantee": "guarantee guaranteed warranty refund refunds dhamana",
        "late": "late delayed delay running chelewa nimechelewa nikichelewa kuchelewa",
        "fasting": "fast fasting eat empty kufunga kula njaa",
        "preparation": "prepare preparation before fast fasting eat stomach kujiandaa kula "
        "kujitayarisha",
        "tests": "lab labs test tests xray x-ray scan vipimo maabara",
        "curriculum": "curriculum syllabus cbc igcse mtaala silabasi",
        "privacy": "private privacy faragha siri",
        "security": "secure security safe safely guard watchman usalama salama askari",
        "wifi": "wifi internet wi-fi",
        "hygiene": "hygiene hygienic clean sterile sterilise sterilize usafi safi",
        "products": "product products brand brands shampoo oil sell bidhaa mafuta",
        "gift": "gift gifts voucher vouchers certificate zawadi vocha",
        "offers": "discount discounts offer offers promotion promo punguzo ofa",
        "home": "home house visit visits nyumbani kwangu",
        "walk_in": "walkin walkins walk walk-in walk-ins queue foleni",
        "access": "wheelchair stairs lift elevator accessible disabled ngazi",
        "food": "food drink drinks tea coffee water refreshments chai kahawa maji chakula",
        "pregnancy": "pregnant pregnancy expecting mjamzito mimba ujauzito",
        "hair": "wash washed braid length",
        "groups": "group groups party couple couples bridal wedding kikundi harusi",
        "emergency": "emergency urgent dharura haraka",
        "results": "result results report majibu ripoti",
        "referral": "referral referred refer rufaa",
    }.items()
}
"""Words by which customers ask for a fact of that category, in both languages."""
