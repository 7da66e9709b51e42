"""Swahili and Sheng cues of commands; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("handoff", 0.95, """
        ~ongea .. na|kwa .. @person
        ~taka|~omba|~hitaji|nipe|nipatie|niunganishe .. mtu|binadamu|mwanadamu|mhudumu
        ~taka|~omba|~hitaji|nipe|nipatie|niunganishe .. meneja|msimamizi|muhudumu|agent|human
        ~unganisha .. na .. @person|manager|boss|bosi
        ~ongea|~tuma|~pata .. na|kwa? .. boss|bosi|@person
        kuna|iko|yuko @person hapo|hapa|naweza|anaweza|wa
        piga|nipigieni|nipigie simu
        ~piga simu
        ~ongea na nani
        @person anaweza|ataweza|wa|anayeweza .. ~saidia
        niitie|niiteni|niite|mwite|muite|itia @person|manager|boss|bosi
        mtu halisi|wa|kweli|ukweli $
        mtu wa kweli|ukweli|damu
        sitaki|staki|nimechoka .. robot|roboti|bot|mashine|machine
        niconnect|connect|niunganishie|nitransfer .. mtu|mhudumu|agent|human
        ~ongea na mwenye|wenye|owner|bosi
        mnaweza|unaweza kunipigia
        kuna mtu hapo|hapa|anaweza|naweza
        mtu anisaidie|niongee|nimuongeleshe|anipigie
        ~pata mtu .. ~ongea
        niunganishe|unganisha|unganishe na mhudumu|mtu|meneja
        mtu kwa line|laini|simu
        ~ongea naye
        mtu wa kuongea|kuzungumza|kunisaidia
        nipigie|nipigieni|mnipigie simu? $
        nipigie|nipigieni|mnipigie simu|sasa|tafadhali|please|kesho|leo|kwa|tuongee|mtu
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
        kwa|na kiswahili|kiingereza|english|swahili|kizungu|sheng
        in kiswahili|kiingereza|english|swahili|kizungu|sheng please|tu|tafadhali|,|.|?|$
        ~badilisha lugha
        ~ongea kwa? kiswahili|kiingereza|english|swahili|kizungu|sheng
        tuongee|niongee|uongee|tuzungumze|nijibu .. kiswahili|kiingereza|english|swahili|kizungu
        ongea|sema|tumia .. kiswahili|kiingereza|english|swahili|kizungu
        jibu|andika|zungumza|ongeeni .. kiswahili|kiingereza|english|swahili|kizungu
        kiswahili|kiingereza|kizungu tafadhali|please|tu
        unajua|unaongea|mnaongea|unaelewa kiswahili|kiingereza
        lugha
        ~badilisha|weka|iwe iwe? kiingereza|kiswahili|english|swahili|kizungu
        ~!elewa|sijui|sifahamu|sisemi kiingereza|kiswahili|english|kizungu|swahili
        ~taka|~omba|~penda|~hitaji kiswahili|kiingereza|kizungu|english|swahili|sheng
        ~omba|~taka .. tutumie|utumie|kutumia|tuongee|uongee kiswahili|kiingereza|english|sheng
        weka|ongea|tuongee|reply|andika|jibu na? kiswahili|kiingereza|english|swahili|sheng|kizungu
        sijui|sielewi kiingereza|english|kizungu|kiswahili
    """),
    ("repeat", 0.95, """
        ~rudia
        ~!elewa $
        ~!elewa .. vizuri|nini|hiyo|hapo|unachosema|ulichosema|unamaanisha
        eleza|nieleze|unieleze|nielezee tena|upya|vizuri
        sijakupata|sikukupata|sijapata|sikupata vizuri|hapo|kabisa|unachosema
        hujasikika|husikiki|haujasikika|sijashika|sikushika|sijakushika|sikukushika|hushikiki
        eti|ati umesema|unasema|nini
        sema|eleza tena
        sema|eleza hivyo|hilo|hiyo tena
        ^ unasema|wasema|ati|eti|nini|kivipi nini|?|$
        una maanisha nini
        ^ ati|eti|nini $
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
        kutoka|toka|kuanzia mwanzo
        ~rudi|~anza mwanzoni|upya|mwanzo
        tuanze|nianze|anza .. from scratch|zero|beginning|top|start
        anzisha|anzilisha|tuanzishe upya|tena
        ~rudi|~anza|turudi|tuanzie|nianzie|tuanze mwanzo
        turudie .. mwanzo
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
        ~acha hapa|hapo|kwanza|kila|yote|hiyo|hio|hii|nayo|tu
        nimeamua|naamua|afadhali|bora ~acha
        ~maliza|tumalizie hapo|hapa
        ~!endelea
        ^ acheni|wacheni|niacheni|niwacheni|achaneni|simamisha|simamisheni $
        koma|komea|komeni hapo|hapa
        nitarudi|ntarudi|nitaregea later|badae|baadaye|kesho|tu|$
        sina time|muda|wakati|nguvu
        ~acha kila|yote .. $
        sahau|sahauni hiyo|hio|hii|tu|hayo|kila|yote
        nimechange|nimebadilisha|nimebadili|niliechange mind|mawazo|nia|plan|plans
        imetosha|yametosha
        haina|hakuna haja
        nitakutafuta|nitawatafuta|nitawacheki|ntakucheki|nitakucheki|ntawacheki|nitakuambia|nitawaambia
        wakati|siku|saa mwingine|ingine|nyingine tu $
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
)  # fmt: skip
