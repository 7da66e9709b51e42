"""Cues of questions about who answers here: what it can do, and what it is.

Their form: `engine/nlu/acts/cues.py`.
"""

CUES: tuple[tuple[str, float, str], ...] = (
    ("help", 0.95, """
        what .. can|could|may|should i|we .. ask|say|type|write|request|query
        what .. can|could|may i|we do here|with|$
        what .. am i able|allowed to .. ask|say|do|$
        things|questions|subjects|topics|queries .. i|we|that? can|could|may|should .. ask
        what .. can|could|will|do you .. help|assist|answer|handle
        what .. all? can|could|will you .. do $
        what .. all? can|could|will you .. do for|here|exactly|besides|with|to me|us|help|$
        what .. are you .. able|capable|programmed|designed|trained|meant|good
        what .. do|dont you know|comprehend $
        what .. do you know|comprehend something|anything? about $
        how can|could|do|may|will|would you help|assist|serve
        how can|could|do i|we get you to
        how does|do|is this|it|you|that work|function|working $
        how do|can|to i|we? use this|it|you|the
        your capabilities|capability|abilities|functions|features|skills|commands|expertise
        @sort of? questions|question|queries|query|topics|subjects|requests
        @sort of? things|stuff|tasks|help .. you|i|ai can|do|know|able|handle|ask
        @sort of? information|info do|can you|i
        what .. i|we can|could|may .. ask|assist .. about|of|me|you|$
        what .. you can|could .. assist|answer|help .. with|about|$
        what .. you .. capable of|$
        what can you be asked|used
        subjects|topics|things you know|can|handle
        what|which questions|topics|subjects|queries|skills|commands|features|functions|tasks
        what things|stuff|else can|could|may you|i
        ^ help|assist me|us|out? $
        ^ help me out $
        ^ @want|like some|your|a? little|bit|of? help|assistance|guidance $
        ^ i @want some|your? help|assistance|guidance $
        ^ can|could|would|will|please you help|assist me|us $
        ^ options|instructions|guide|info|information|commands|faq $
        where|how do|can|should i|we start|begin $
        im|i am? lost|stuck|confused $
        what is|whats this number|chat|page|line|bot|thing|service|app? for? $
        what should|do i|we do|say|type|write|press now|next|here
        ^ what should|do i|we do|say|type|write|press $
        how .. navigate
        tell me what you do|can|know $
        tell me about yourself|you $
        tell|teach|show me how this|it|you works|work
    """),
    ("help", 0.95, """
        unaweza|waweza|mnaweza|unaeza|mnaeza kufanya|kunifanyia|fanya|nifanyia nini|yapi
        unaweza|waweza|mnaweza|unaeza|mnaeza .. ~saidia
        unaweza|mnaweza|unaeza|mnaeza ~saidia
        naweza|naeza|ninaweza kuuliza|kukuuliza|uliza|kufanya|kuwauliza nini|yapi|maswali
        naweza|naeza|ninaweza kusaidiwa|kusaidika aje|vipi|na|nini
        ^ nisaidie|nisaidieni|nisaidieni|tusaidie|msaada|unisaidie|mnisaidie|saidia|usaidizi $
        ^ naomba|nataka|nahitaji|nipe|ninahitaji msaada|usaidizi|kusaidiwa|nisaidiwe $
        ^ naomba|nataka|nahitaji unisaidie|mnisaidie $
        utanisaidia|utanisaidiaje|mtanisaidia|unanisaidia|unanisaidiaje|mnanisaidia aje|vipi|na|$
        ~saidia na|aje|vipi nini|gani|$
        inafanya|hufanya|inafanyaje|inafanyanga kazi aje|vipi|gani
        inafanyaje kazi
        nisaidieni|nisaidie|unisaidie hapa|hii|please|basi|$
        ~pata|~weza msaada|usaidizi .. $
        nipe|naomba|nahitaji maelekezo|mwongozo
        hii|hiyo inafanyaje kazi|$
        unaweza|mnaweza|utaweza? nisaidiaje|kunisaidiaje
        utanisaidiaje|unanisaidiaje|mtanisaidiaje|mnanisaidiaje
        hii inawork|inafanya aje|vipi
        hii ni nini|ya $
        hii ni|ya namba|nambari|number ya? nini|gani
        namba|nambari|number hii|hiyo? ni ya nini|kufanya
        hii namba|nambari|number ni ya nini|kufanya
        nifanye nini|aje sasa|hapa|$
        nianze|naanza|naanzia|nianzie wapi|aje|vipi|na
        unajua nini
        unafanyanga|unafanya nini hapa|$
        maswali gani|yapi
        inatumika|inatumiwa|naitumia|nitaitumia aje|vipi
        natumia|natumiaje|nitumie hii|hiyo|aje aje|vipi|$
        nimekwama|nimestuck $
        niko stuck|lost
        sijui nianze|nianzie|nifanye|pa|niulize
        naweza|naeza|ninaweza fanya|kufanya nini|yapi
    """),
    ("bot", 0.9, """
        are you a|an|the? bot|robot|human|person|real|ai|machine|computer
        am i talking|speaking|chatting|texting|writing to|with a|an|the|real
        am i talking|speaking|chatting|texting to|with .. real|person|human|someone|anyone
        are|is|if|whether you|this|it .. bot|robot|human|ai|machine|computer
        are|is|if|whether you|this|it .. artificial|automated|alive
        are|if|whether you .. real|live|actual|living person|human|being|one
        you are|re|were not|really|just? a|an? real|actual? bot|robot|human|ai|machine|person
        youre not|really|just? a|an? real|actual? bot|robot|human|ai|machine|person|computer
        yourself .. bot|robot|human|ai|machine|person|computer
        call|regard|identify|consider|classified|classify .. as|you|yourself .. bot|human|robot
        identify .. as|a human|computer|robot|bot
        how real are you
        are .. you .. @being
        am i .. @being
        is this .. @being
        is this|that|it .. real|actual|live person|human
        if|whether|that|think|say|know you|youre .. @being
        arent you .. @being
        you sound|seem|look|act|talk|type like|as a|an|real? .. @being
        you .. like|as a|an real|actual|live? .. person|human|being|bot|robot|machine
        human or a? robot|computer|bot|machine|ai
        @being or a|an? real|actual|live? person|human|someone|somebody
        person|someone|somebody or a|an? @being
        ^ what|who are you really|exactly? $
        what|which .. life form
        if you are|were real|alive
    """),
    ("bot", 0.9, """
        wewe|we|nyinyi ni .. robot|roboti|bot|boti|mtu|mashine|kompyuta|binadamu|ai|computer|program
        ni .. robot|roboti|bot|mashine|kompyuta|ai|computer ama|au|or .. mtu|binadamu|human
        mtu|binadamu|human ama|au|or .. robot|roboti|bot|mashine|kompyuta|ai|computer
        robot|roboti|bot|mashine|kompyuta|ai|computer ama|au|or .. mtu|binadamu|human
        naongea|nachat|nazungumza|naongelesha|natext na? .. bot|robot|roboti|mashine|kompyuta|ai
        naongea|nachat|nazungumza|naongelesha na .. mtu|binadamu .. ?
        hii|hapa|huyu ni .. bot|robot|roboti|mashine|kompyuta|ai|mtu
        ni mtu|binadamu halisi|kweli|mwenyewe ?
        ni bot|robot|roboti|mashine|computer hii|hiyo|inajibu|inaongea|?|$
        uko real|human|robot
        ni binadamu|mtu|robot|mashine naongea|ninaongea|nachat|natext
        akili bandia|mnemba|unde
        ni mtu|binadamu|mashine|robot anaandika|anajibu|anaongea|inajibu|inaandika
        uko|u|wewe mtu|binadamu|real kweli|halisi|?
        wewe|we ni mtu|nani
        unaitwa nani
        wewe ni nani
    """),
)  # fmt: skip
