"""Swahili and Sheng cues: act, confidence, patterns one a line."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("book", 0.95, """
        ^ kuhifadhi|nipange|miadi|hifadhi|kubook $
        ~hifadhi .. nafasi|miadi|siku|saa
        ~book
        ~weka .. nafasi|miadi|ahadi|booking|appointment|slot
        nipange|nipangie|unipange|mnipange|nihifadhie|niwekee|uniwekee|mniwekee|niwekeeni
        ~panga .. miadi|siku|appointment|ahadi
        ~taka|~omba|~hitaji|~penda .. nafasi|miadi|appointment|booking|slot
        ~pata .. nafasi|miadi|appointment|slot
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
        ~futa $
        kuvunja|vunja|nivunje .. miadi|booking|appointment|nafasi
        kughairi|kufuta|kusitisha|kucancel|nighairi|nicancel|nicancelie|unicancelie
        sihitaji .. miadi|tena
    """),
    ("unable", 0.95, """
        sitakuja|sitaweza|siwezi|sitafika .. kuja|kufika|tena|kesho|leo|$
        sikuji|sijaweza|hatukuji .. kuja|kufika|tena|kesho|leo|$
        hatutaweza|hatuwezi|hatutakuja|hatutafika .. kuja|kufika|tena|kesho|leo|$
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
        nisogeze|nisogezee|tusogeze|isogeze|unisogezee|nihamishe|nihamishie|tuhamishe|ihamishe
        tupeleke|ipeleke|nipelekee .. mbele|nyuma|kesho|jumatatu|jumanne|jumatano
        tupeleke|ipeleke|nipelekee .. alhamisi|ijumaa|jumamosi|jumapili
        siku|saa|muda|wakati nyingine|ingine|mwingine|tofauti
        ~badilisha iwe|hadi|mpaka
        ~sogeza .. kidogo|mbele|nyuma
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
        how much
        inachukua muda|dakika|masaa gani|ngapi
        nani|kina .. anafanya|hufanya|wanafanya|hutoa|anatoa
        niambie|nipe|naomba|nataka bei
        inachukua|huchukua|itachukua .. muda|dakika|masaa
        nani ~fanya
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
        mna|kuna|iko .. parking|wifi
        mnachukua|mnakubali|mnapokea|mnatumia .. bima|kadi|card|cash|mpesa|insurance|nhif
        bima ya
        nitafika|nafika|tutafika|naweza|nifike fika? aje|vipi|wapi
        nafika|nitafika|nifike hapo|kwenu aje|vipi
        namba|nambari yenu|ya simu?
        watoto wanaruhusiwa|wanakubaliwa|sawa
        nije na|nibebe|nilete|nikuje na
        mnakuja|mnafika nyumbani|kwangu|home
        mna|kuna|iko offer|punguzo|discount|vocha|voucher
        nina|niko|niko na swali
        naomba|nataka kuuliza
        nivae|nivalie|nije nini|na
        vaa|beba|lete nini
        ~lipa .. aje|vipi|na|kwa
        naweza lipa|kulipa
        wewe ni|we robot|bot|mtu|mashine
        unaitwa nani
    """),
    ("other", 0.96, """
        nivae|nivalie|nibebe|nilete|tubebe|tulete|nije|nikuje nini
        nije|nikuje na nini
    """),
    ("handoff", 0.95, """
        ~ongea .. na|kwa .. @person
        ~taka|~omba|~hitaji|nipe|nipatie|niunganishe .. mtu|binadamu|mwanadamu|mhudumu
        ~taka|~omba|~hitaji|nipe|nipatie|niunganishe .. meneja|msimamizi|muhudumu|agent|human
        mtu halisi|wa $
        mnaweza|unaweza kunipigia
        kuna mtu hapo|hapa|anaweza|naweza
        mtu anisaidie|niongee|nimuongeleshe|anipigie
        ~pata mtu .. ~ongea
        niunganishe|unganisha|unganishe na mhudumu|mtu|meneja
        mtu kwa line|laini|simu
        ~ongea naye
        mtu wa kuongea|kuzungumza|kunisaidia
        nipigie|nipigieni|mnipigie simu?
        ^ mtu $
        ^ mhudumu|binadamu|meneja|msimamizi|muhudumu
        huduma kwa wateja
        msaada wa mtu
    """),
    ("opt_out", 0.95, """
        usinitumie|msinitumie|usitume|msitume .. ujumbe|meseji|message|sms|messages|tena
        sitaki .. ujumbe|meseji|message|messages|sms
        acha|wacha|acheni kunitumia|kunitext|kunimessage|kunisumbua
        niondoe|mnitoe|nitoe|niondoeni .. kwenye|orodha|list|hapa
        futa|futeni|toa|toeni|ondoa|ondoeni namba|nambari
    """),
    ("language", 0.95, """
        kwa|in|na kiswahili|kiingereza|english|swahili|kizungu|sheng
        ~badilisha lugha
        tuongee|niongee|uongee|tuzungumze|nijibu .. kiswahili|kiingereza|english|swahili|kizungu
        ongea|sema|tumia .. kiswahili|kiingereza|english|swahili|kizungu
        jibu|andika|zungumza|ongeeni .. kiswahili|kiingereza|english|swahili|kizungu
        kiswahili|kiingereza|kizungu tafadhali|please|tu
        unajua|unaongea|mnaongea|unaelewa kiswahili|kiingereza
        lugha
        sijui|sielewi kiingereza|english|kizungu|kiswahili
    """),
    ("repeat", 0.95, """
        ~rudia
        sema|eleza tena
        ^ unasemaje|wasemaje|umesemaje
        sijapata hiyo|hilo|vizuri
        umesema|unasema|ulisema nini|aje
        sijaelewa|sielewi|sijasikia|sikuelewa|sikusikia|sijakuelewa|sikusikii|sijaskia
        sikuskia|sijaskia|sikusikia
        nini ?
        ^ ati|eti|wasema ?
        ati nini|aje
        unamaanisha nini
    """),
    ("restart", 0.95, """
        ~anza upya|tena|mwanzo|afresh
        tuanze|anza|nianze .. upya|tena|mwanzo
        kutoka|toka mwanzo
        upya $
    """),
    ("back", 0.95, """
        ~rudi .. nyuma
        ^ ~rudi $
        ^ rudi|nyuma
        turudi|nirudi|nirudishe|nirudi .. nyuma
        hatua iliyopita
    """),
    ("skip", 0.95, """
        ^ ruka|niruke|hamna|sina
        ^ ~ruka
        ~taka|~omba|~weza ~ruka
        ruka hii|hiyo
        hii|hiyo ruka
        wacha|acha hiyo|hii tuendelee
        tuendelee|endelea bila
    """),
    ("stop", 0.95, """
        ^ acha|wacha|basi|koma|simama|achana|wachana|sitisha|staki|sitaki $
        acha|wacha|achana|wachana tu|hiyo|hii|na|nayo|hivyo|kwanza
        ^ sitaki|staki tena|$
        sitaki|sihitaji|staki tena|kubook|kuendelea|kuweka
        nimebadili|nimebadilisha nia|mawazo|mind
        si lazima
        tuache|tuwache|niache|niwache|tuachane|achaneni
        ^ basi acha|wacha|achana|wachana
        ^ acha|wacha sasa|tuache|niache
        nimebadilisha|nimebadili akili|mpango|mipango
        ndio hayo tu
        hayo tu
        inatosha
        siku nyingine tu
        baadaye tu
    """),
    ("change", 0.95, """
        ^ badilisha|badili|rekebisha|kosea
        ~badilisha
        haifai|hainifai|haitafaa|hainifanyii
        nimekosea|nilikosea|umekosea|si sahihi
        ifanye|ibadilishe|iwe|fanya iwe
        siyo|sio|si hiyo|hivyo|huyo
        mtu|siku|saa|huduma|kitu nyingine|mwingine|ingine|tofauti|kingine
    """),
    ("affirm", 0.98, """
        ^ ndio|ndiyo|ndyo|naam|eeh|ee|ehe|ndivyo|haswa|hakika|kabisa|ewaa|ndo|eee|enhe|ndioo
    """),
    ("affirm", 0.97, """
        ^ nathibitisha|thibitisha|nakubali|kubali|nimekubali|nakubaliana|tumekubaliana|confirm
        ^ ni|iko|ipo|itakuwa sawa|sahihi|poa|hivyo|fiti|sawasawa|vizuri|kweli
        ^ bila shaka
        ^ bila wasiwasi
        ^ fanya hivyo
        ^ ok|sawa|poa|haya|okay weka|endelea|nimekubali|nakubali|fanya|book|niwekee
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
