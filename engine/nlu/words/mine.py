"""Cues of what is asked about one's own booking; their form: `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("status", 0.95, """
        confirm|conform|reconfirm|verify|validate my|our|the|a|that|if|whether .. .. @visit
        confirm|reconfirm|verify|validate .. @visit
        @visit reconfirmed|verified
        @want|like .. my|our .. .. @visit .. .. confirmed|verified|checked
        check|recheck|checking .. my|our .. .. @visit
        check|recheck on|for the .. @visit
        make|making|be sure .. my|our|the|i|we .. @visit
        do|did i|we even|still|already? have|make|got|book|get .. .. @visit
        have i|we got|booked|made|reserved|scheduled .. @visit
        have i|we booked|scheduled ?
        am|are i|we still|already? booked|scheduled|reserved|confirmed|expected|down|on
        is|was|has|are my|our .. .. @visit
        is|was|has|did the .. @visit .. confirmed|valid|there|still|active|ok|okay|set|good
        did|has|have|do you|they .. get|got|receive|received|see|find|have my|our .. @visit
        did i|we book|reserve|schedule
        did my|our .. @visit go|come|get through|in
        when|whens|where|what|whats|which|who|whos .. my|our .. .. @visit
        if|whether my|our .. @visit
        if|whether i|we .. have|made|got|hold|booked .. .. @visit
        if|whether im|i am? booked|scheduled|confirmed|expected
        status|details|detail|information|info|summary of|for|on|about my|our|the .. @visit
        time|date|day|hour|confirmation of|for my|our .. @visit
        my|our .. @visit status|details|detail|info|confirmation|time|date $
        show|see|view|list|display|find|look|lookup|tell|remind|know|pull .. my|our .. @visit
        read|give .. my|our .. @visit|time|date .. $
        ^ my|our next|upcoming|current|booked? @visit $
        ^ upcoming|current @visit $
        what|which .. @visit .. i|we .. have|got|made
        what|when|where|who did|have i|we .. book|booked|schedule|scheduled|reserve|reserved
        what|when am i|we .. booked|scheduled|coming|expected
        @visit still on|valid|there|good|confirmed|active
        @visit confirmed|valid|active ?
        @visit details|status .. my|our @visit
        what|which time|day|date|hour did i|we book|say|pick|choose|reserve
        what|which time|day am i|we coming|booked|in
        next|upcoming @visit .. ?
        what|whats|when|anything|everything .. .. my calendar|schedule|agenda|diary
        show|see|check|tell|give|read|open|view .. .. my calendar|schedule|agenda|diary
        when|what|who|where|how|which|whats .. my meeting|meetings|event|events
        when|what|who|how|which .. meeting|meetings|events do|am|will|have i|we
        do|have|are|will i|we|there .. have? any? meeting|meetings|events i|we|today|@day
        do i|we have any|a? meeting|meetings|event|events
        tell|show|read|bring|give .. my meeting|meetings|schedule|agenda
        search|check|open|pull .. my calendar|schedule|diary|agenda
        is|are|does .. on my calendar|schedule|diary|agenda
        want|need|is|are|does my calendar|schedule|agenda|diary
        does .. .. have .. @visit for|under
        make|making sure .. has|have .. @visit
        what|when do|am|have|did i|we .. have|got .. scheduled|booked|planned|reserved|lined
        what|when am i|we scheduled|booked|planned
        what|anything do|have i|we have|got .. on|for|going @day|next|this
        do i|we have|got anything|something .. on|for|scheduled|booked|planned|@day
    """),
    ("status", 0.95, """
        @visit|buking yangu|zangu|yetu|zetu .. lini|ngapi
        @visit|buking yangu|zangu|yetu|zetu .. siku|tarehe gani
        @visit|buking yangu|zangu|yetu|zetu .. iko|ipo|bado|imeingia|imefika|imekubaliwa|imekubalika
        @visit|buking yangu|zangu|yetu|zetu .. imethibitishwa|imewekwa|imepita|confirmed|sawa
        @visit|buking yangu|zangu|yetu|zetu ? $
        ^ @visit yangu|zangu|yetu|zetu $
        ni|iko|ipo lini .. @visit .. yangu|zangu|yetu
        ni saa ngapi .. @visit .. yangu|zangu|yetu
        lini .. @visit .. yangu|zangu|yetu
        nina|niko|nilikuwa|tuna|tuko na? .. @visit .. ?
        je nina|niko|tuna|tuko na? .. @visit
        kama|ikiwa|iwapo nina|niko|tuna|tuko na? .. @visit
        kama|ikiwa|iwapo @visit .. yangu|zangu|yetu|iko|ipo
        nionyeshe|nionyesheni|nioneshe|kuona|nione|angalia|niangalie|niangalizie .. @visit
        unionyeshe|uniangalizie|mniangalizie|nicheki|nichekie|cheki|kucheki|nijulishe .. @visit
        niambie|nikumbushe|nikumbusheni|unikumbushe .. @visit .. yangu|zangu|yetu
        thibitisha|kuthibitisha|nithibitishie|unithibitishie|hakikisha|kuhakikisha .. @visit
        confirm|kuconfirm|niconfirmie|uniconfirmie .. @visit .. yangu|zangu|yetu|yetu|iko
        nilibook|nimebook|tulibook|nilibuku|nilipanga|niliweka|nilihifadhi .. lini|ngapi|gani
        nilibook|nimebook|tulibook|nilibuku|nilipanga|niliweka|nimeweka nini|gani|?
        nimebook|nilibook|nimewekewa|nimebookiwa|nimepangwa .. ngapi|lini|?  $
        mmepata|umepata|mliipata|mlipata|mmeona|umeona|mko|uko na? .. @visit .. yangu|yetu
        jina langu .. iko|lipo|liko|ipo .. @visit|list|orodha|?
        natakiwa|nafaa|napaswa kufika|kuja|kufika .. ngapi|lini|gani
        nakuja|nafika|nakujanga lini
        nakuja saa|siku ngapi|gani
        @visit yangu|zangu .. imeconfirmiwa|imebookiwa|ilienda|iliingia|ilipita|imekubaliwa|gani
        nina|niko|tuna na? @visit gani|ngapi|zipi
        details|maelezo|taarifa .. @visit .. yangu|zangu|yetu
        saa|siku ngapi|gani ndio|ndiyo|ni .. @visit .. yangu|zangu
        nimeweka|niliweka|nimepanga|nilipanga .. @visit lini|saa|ngapi
        @visit niliyofanya|niliyoweka|niliyobook|nilioweka|nilizofanya
        nilibook|nimebook|nilipangiwa|nimepangiwa na|kwa nani|who
        ~tazama .. @visit .. yangu|zangu|yetu
        kuna|iko @visit .. jina langu|yangu
        mliniwekea|mmeniwekea|mlinibookia|mmenibookia|mlinipangia|mmenipangia .. @visit|?|$
        mmeniweka|nimewekwa|mliniweka|nimepangwa|nipo|niko kwa|kwenye list|orodha|system
        nilikuwa nimebook|nimeweka|nimepanga
        nani atanihudumia|atanishughulikia|ananihudumia
        hali ya @visit
        niko booked|confirmed|scheduled
    """),
)  # fmt: skip
