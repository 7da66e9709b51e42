"""Swahili and Sheng cues of tasks; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("book", 0.95, """
        ^ kuhifadhi|nipange|miadi|hifadhi|kubook $
        ~hifadhi .. nafasi|miadi|siku|saa
        ~book
        ~weka .. nafasi|miadi|ahadi|booking|appointment|slot
        nipange|nipangie|unipange|mnipange|nihifadhie|niwekee|uniwekee|mniwekee|niwekeeni
        ~panga .. miadi|siku|appointment|ahadi
        ~taka|~omba|~hitaji|~penda .. nafasi|miadi|appointment|booking|slot
        ~pata|~tafuta .. nafasi|miadi|appointment|slot|booking
        nafasi ya
        kufanyiwa|kufanya|nifanyiwe|nifanyie
        ~taka|~omba|~penda kuja
        ~weka|~hifadhi|~panga .. @day
        mnaweza|unaweza kuniona|kunipokea|kunihudumia
        nipe|nipatie|nipeni slot|nafasi|space|appointment|miadi
        mko|mna|kuna|iko na? .. slot|nafasi|space|chance
    """),
    ("book", 0.88, """
        kuna|mna|iko|ziko nafasi|slot|space
        nafasi iko|ipo|gani
        inawezekana|itawezekana
        naweza|naeza|tunaweza kuja
        nikuje|nije|nitakuja
        mko|uko free|available
    """),
    ("cancel", 0.95, """
        ^ futa|ghairi|sitisha|katisha|kancel
        ~futa .. miadi|booking|appointment|nafasi|ahadi|hiyo
        ~taka|~omba|~weza ~futa
        ~futa tu
        ~futa ile|hiyo|hii|yangu|zangu|yetu
        ~futa $
        kuvunja|vunja|nivunje .. miadi|booking|appointment|nafasi
        kughairi|kufuta|kusitisha|kucancel|nighairi|nighairie|unighairie|nicancel|nicancelie|unicancelie
        sihitaji|siihitaji|sitaki|staki .. miadi|tena|booking|appointment|nafasi|slot
        sina haja|shida|need ya|na .. @visit
        achana|wachana|achaneni|wachaneni|sahau na? .. @visit
        ~acha na .. @visit
        @visit .. ~futa
        toeni|ondoeni .. @visit
        ~ondoa .. @visit
        ~!hitaji|~!taka .. @visit
        ~!hitaji .. tena
        ~taka|~omba|~weza .. kutoa|nitolea|unitolee|mnitolee|kuondoa|niondolee|mniondolee .. @visit
        toa|ondoa|nitolee|niondolee|unitolee|uniondolee|mnitolee|mniondolee .. @visit
        toa|ondoa .. jina langu
    """),
    ("unable", 0.95, """
        ~!kuja $
        ~!kuja tena|kesho|leo|kwa|@day|@part|saa|hiyo|siku
        ~!hudhuria
        sitohudhuria|sitahudhuria|sitawahi|hatutawahi .. ~kuja|$
        ~!weza .. ~kuja|~hudhuria
        @day ~!weza ,|.|;
        @day ~!kuja ,|.|;
        nitashindwa|tutashindwa|nimeshindwa|nashindwa .. ~kuja|~hudhuria
        sitakuja|sitaweza|siwezi|sitafika .. kuja|kufika|tena|kesho|leo
        sikuji|sijaweza|hatukuji .. kuja|kufika|tena|kesho|leo
        hatutaweza|hatuwezi|hatutakuja|hatutafika .. kuja|kufika|tena|kesho|leo
        sitakuja|sitafika|sikuji|hatukuji|sitahudhuria|hatutahudhuria|sitatokea $
        sitahudhuria|sitatokea|siezi|sitoweza .. kuja|fika|kufika|make|leo|kesho|miadi|$
        siwezi|siezi|sitaweza|sita|siez kuja|fika|kufika|make|hudhuria|tokea
        nimeshindwa|nishindwe kuja|kufika|fika
        sitoweza|sitokuja|sitofika|sitakuwepo|sitakuwako|hatutakuwepo
        sidhani|sioni .. nitakuja|nitafika|nitaweza
        msiningoje|usiningoje|msinisubiri|usinisubiri
        ^ sitafika|sitakuja|sitaweza|hatutakuja|hatutafika|hatutaweza
        sitafika|sitakuja $
    """),
    ("reschedule", 0.95, """
        ~ahirisha
        ~badilisha|~hamisha|~sogeza .. miadi|booking|appointment|ahadi|nafasi
        ~badilisha|~hamisha|~sogeza siku|muda|saa|tarehe|wakati
        ~hamisha|~sogeza .. iwe|hadi|mpaka|kwa
        ^ ~hamisha|~sogeza
        ~taka|~omba|~weza ~hamisha|~sogeza
        nitachelewa|nimechelewa|nachelewa|tutachelewa|tumechelewa
        nisogeze|nisogezee|tusogeze|isogeze|unisogezee|nihamishe|nihamishie|tuhamishe|ihamishe
        push|pushia|nipushie|tupush .. @visit|mbele|hadi|mpaka
        tupeleke|ipeleke|nipelekee .. mbele|nyuma|kesho|jumatatu|jumanne|jumatano
        tupeleke|ipeleke|nipelekee .. alhamisi|ijumaa|jumamosi|jumapili
        siku|saa|muda|wakati nyingine|ingine|mwingine|tofauti
        ~badilisha iwe|hadi|mpaka
        ~badilisha .. yangu|yetu|zangu .. kutoka|toka|iwe|hadi|mpaka|kwenda
        ~badilisha .. kutoka|toka .. hadi|mpaka|iwe|kwenda
        ~sogeza .. kidogo|mbele|nyuma
        ~sogeza|~hamisha|~ahirisha $
        ~sogeza|~hamisha .. @visit
        @visit .. badala ya
        @visit yangu|zangu|yetu .. iwe|iende|ihamie|ije
        songa na? .. @visit
        peleka|pelekeni|nipelekee|leta|rudisha .. @visit yangu|zangu|yetu
        ~kuja .. badala ya
        ~kuja .. instead
        songa .. hadi|mpaka
        ~!weza|~!kuja .. , tufanye|fanya|weka|iwe|tuweke
        badala ya .. @visit
    """),
    ("services", 0.95, """
        huduma gani|zipi|zenu|zote
        mna|mnatoa|mnafanya|mnauza|mko .. huduma|services
        mnatoa|mnafanya nini
        mnafanya|mnatoa
        ~toa .. gani
        ni|inagharimu|mnalipisha|mnacharge|itakuwa|itanigharimu .. pesa|shilingi|bei|ngapi
        bei gani|ya|yenu|ni|ngapi|zenu|yake
        ^ bei|huduma|gharama
        ni|kwa|how ngapi
        gharama
        pesa ngapi
        how much $
        how much ni|kwa|ya|hiyo|hii|za|na|tu|sasa|boss|please|pls|kunyoa|masaji|kwani|hapo
        inachukua muda|dakika|masaa gani|ngapi
        nani|kina .. anafanya|hufanya|wanafanya|hutoa|anatoa
        niambie|nipe|naomba|nataka bei
        inachukua|huchukua|itachukua .. muda|dakika|masaa
        nani ~fanya
    """),
    ("services", 0.98, """
        ^ mnafanya|mnatoa|mnauza|mnaosha|mnasuka|mnanyoa|mnapaka|mnakata|mnachora|mnashona
        ^ huwa mnafanya|mnatoa|mnaosha|mnasuka|mnanyoa|mnapaka|mnakata
    """),
    ("services", 0.95, """
        mnacharge|mnalipisha|mnachaji|mnatoza aje|vipi|kiasi
        itanicost|inacost|itacost|inanicost|itakost
        inakaa|hukaa|itakaa .. muda|dakika|masaa|saa
        mko|mna na? .. package|packages|offer|offers|menyu|menu .. gani|zipi|?
        nani ananyoa|anasuka|anaosha|anapaka|anakanda|anakata|hunyoa|husuka
    """),
    ("services", 0.88, """
        mko|mna na .. ?
    """),
    ("hours", 0.98, """
        mnafanya|mnafanyanga kazi
        ~anza|mnamaliza|mnaacha|mnamalizanga kazi
        ^ leo|kesho|jumapili|jumamosi mko ?
        siku za kazi
        mko|mna open|close|job|wazi|job
        mna|mko? open|close saa
    """),
    ("hours", 0.95, """
        ~fungua|~funga .. saa|lini|ngapi
        saa ngapi mna|~fungua|~funga
        saa|masaa za|ya kazi|kufungua|kufunga
        mko wazi|open
        mnafungua|mnafunga|mnafunguwa
        mnakuwa wazi|open
        masaa yenu|zenu|ya|gani
        ~fungua|~funga .. jumapili|jumamosi|leo|kesho|sikukuu
        mko .. jumapili|jumamosi|leo|kesho
    """),
    ("other", 0.9, """
        mko|uko|iko|mnapatikana|ofisi wapi|area|sehemu
        iko|liko|ziko|kwenu|ni wapi
        lenu .. wapi
        wapi ?
        wapi $
        mko|mnapatikana mtaa|upande|building|floor|side|street|estate gani
        mko town|tao|cbd
        nielekeze|nielekezeni|unielekeze|mnielekeze|nipe|nipatie directions?
        ninawezaje|nawezaje kufika|kuja
        kufika aje|vipi|hapo|kwenu
        karibu na nini|wapi|gani
        mnachukua|mnakubali|mnapokea .. pesa
        location|address|pin yenu|yako|please|tafadhali|ya
        ^ wapi
        parking iko|ipo|mna
        mna|mko|kuna|iko na? .. parking|wifi|discount|punguzo|ofa
        mko|mna|kuna na? maegesho|kupaki
        mnalipwa|mnapokea|mnachukua|mnatumia na? mpesa|cash|kadi|card|till|paybill
        nitalipaje|nalipaje|tunalipaje|mnalipwaje|nafikaje|nitafikaje|tunafikaje
        naweza|naeza|nikuje|nije .. na mtoto|watoto|rafiki
        mnachukua|mnakubali|mnapokea|mnatumia .. bima|kadi|card|cash|mpesa|insurance|nhif
        bima ya
        nitafika|nafika|tutafika|naweza|nifike fika? aje|vipi|wapi
        nafika|nitafika|nifike hapo|kwenu aje|vipi
        namba|nambari yenu|ya simu?
        watoto wanaruhusiwa|wanakubaliwa|sawa
        naruhusiwa|inaruhusiwa|yaruhusiwa|tunaruhusiwa|anaruhusiwa|mnaruhusu|mnaruhusiwa
        nije na|nibebe|nilete|nikuje na
        kuja|kuleta|nikuje|nije|tukuje|naleta na? mtoto|watoto|mwanangu ?
        ngapi|gani|lini kuwa|ziwe|iwe|zitakuwa|itakuwa tayari
        tayari lini|baada
        nitapata|tutapata|napata|mtanitumia|mtatutumia .. lini|ngapi
        mnakuja|mnafika nyumbani|kwangu|home
        mna|kuna|iko offer|punguzo|discount|vocha|voucher
        nina|niko|niko na swali
        naomba|nataka kuuliza
        nivae|nivalie|nije nini|na
        vaa|beba|lete nini
        ~lipa .. aje|vipi|na|kwa
        naweza lipa|kulipa
    """),
    ("other", 0.96, """
        nivae|nivalie|nibebe|nilete|tubebe|tulete|nije|nikuje nini
        nije|nikuje na nini
    """),
)  # fmt: skip
