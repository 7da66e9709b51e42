"""Common words by language: for telling the languages apart and for what is surely no name."""

from engine.nlu.words.lists import word_set

ENGLISH = word_set(
    """
    a about above after again all also always am an and another any anybody anyone anything
    are around as ask at away back bad be because been before being best better between big
    but by call came can cant come coming could day days did didnt do does doesnt doing done
    dont down each early else even evening ever every everyone everything few find first for
    from full get getting give go going gone good got great had hair half has have having he
    hear hello help her here hers him his hour hours how i id if ill im in into is isnt it its
    ive just keep kind know last late later least leave less let lets like little long look
    looking lot made make many may maybe me mean meet might mind minute minutes money month
    more morning most much must my myself name near need never new next nice night no nobody
    none not nothing now number of off often old on once one only open or other our out over
    own paid pay people person place please possible price put quite rather ready really right
    said same say see send sent session set she should show since so some somebody someone
    something soon sorry still stop such sure take talk tell than thank thanks that thats the
    their them then there these they thing think this those though through till time to today
    told tomorrow too tried try under until up us use very visit wait want was wasnt way we week
    well went were what whats when where which while who whom whose why will wish with without
    wont work working would write year yes yesterday yet you your youre yours wear cost done
    doing wanna gonna gotta lemme pls plz kindly afternoon noon monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september
    october november december appointments cancel change book reschedule available earlier bring
    brought forward push pushed delay delayed postpone shift running man men woman women guy guys
    """
)

SWAHILI = word_set(
    """
    na ya wa za la cha vya kwa ni si sio siyo hii hiyo hizi hizo huu huo hili hilo yangu yako
    yake yetu yenu yao wangu wako wake wetu wenu langu lako lake changu chako chake zangu zako
    zake mimi wewe yeye sisi nyinyi wao nani nini gani wapi lini kwanini vipi aje ngapi hapa
    hapo huko pale ndani nje juu chini mbele nyuma karibu mbali sana kidogo kabisa tu pia hata
    bado tena sasa leo kesho jana juzi kutwa siku wiki mwezi mwaka saa dakika asubuhi mchana
    jioni usiku alasiri alfajiri adhuhuri lakini au ama kama ili kwamba kuhusu bila baada
    kabla hadi mpaka tangu kuanzia moja mbili tatu nne tano sita saba nane tisa kumi ishirini
    thelathini nusu robo kasoro kasorobo ndio ndiyo hapana apana sawa haya poa naam asante
    ahsante shukran tafadhali samahani pole habari hujambo jambo mambo niaje shikamoo salaam
    karibu kwaheri bwana jamani ndugu dada kaka mama baba rafiki mtu watu yeyote yoyote wowote
    mwingine nyingine ingine mwenyewe huduma nafasi miadi bei pesa shilingi gharama malipo
    mteja wateja ujumbe simu namba nambari jina lugha kiswahili kiingereza kuna hakuna hamna
    iko ipo mko uko niko tuko kwangu kwako kwenu kwetu wazi nataka naomba naweza naeza
    ningependa ninahitaji sitaki siwezi sijui najua nimechelewa nitakuja nikuje nije mnaweza
    mnafungua inawezekana itawezekana hiyo ile yule huyu hawa wale basi halafu kisha alafu ndo
    ndiye kila wote yote zote vyote mara labda lazima inabidi tarehe ijayo ujao jumatatu
    jumanne jumatano alhamisi ijumaa jumamosi jumapili januari februari machi aprili mei juni
    julai agosti septemba oktoba novemba desemba mpya upya kwanza pili mwisho mapema baadaye
    masaa mgongo kichwa nywele kucha uso mwili miguu mikono anifanyie anifanye nifanyiwe inaniua iwe
    kuwa hadi tutaonana mnachukua mnatoa kupata kuweka kubadilisha kughairi kufuta kwenye
    katika msee buda manze hebu tuko ati eti
    """
)

SHARED = word_set(
    """
    booking bookings appointment appointments slot slots session sessions please pls plz dear
    ok okay free sorry thanks available confirm cancel book service services spa salon massage
    facial haircut hi hello hey sasa me a no so la am pm u i m n
    """
)
"""At home in both, in Nairobi: no evidence of either."""
ANSWERING = word_set(
    """
    yes yeah yep yap yup y k kk ok okay okey oky sure fine cool alright good great please pls plz
    ndio ndiyo sawa poa no one two three four five six seven eight nine ten eleven twelve
    """
)
"""Answers of a word: whoever says nothing else goes on in the language of the talk."""
