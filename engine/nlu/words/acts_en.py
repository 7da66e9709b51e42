"""English cues of tasks: act, confidence, patterns in the form of `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("book", 0.95, """
        ^ book|booking|bookings|appointment|appt|reservation|reserve|schedule $
        ^ book|reserve|schedule
        book|reserve|schedule me
        @want .. to? book|reserve|schedule
        @want .. @visit
        id like .. @visit
        id like .. book|reserve|schedule
        like to .. book|reserve|schedule
        love to .. book|reserve|schedule
        @modal i|you|we .. book|reserve|schedule
        @make me? a|an|another|some|in .. @visit
        book|reserve|schedule|arrange a|an|my|another|some|in
        looking .. book|reserve|schedule
        looking for an|a @visit
        help .. book|reserve|schedule|booking|scheduling|reserving
        sign me up
        set up an|a|another .. @visit|time|meeting
        set up an|a|another .. on|for|at @day
        fit me in
        squeeze me in
        pencil me in
        put me down for
        make .. an|a|another @visit
        do you have .. available|availability|openings|opening|space|slot|slots|free
        is there a|any? space|slot|opening|availability
        set me|us up with|for
        can|could|may i|we get in on|at|by|tomorrow|today|this|over|next
        whats|what is? your|the earliest|next|soonest @visit|opening|availability
        when can you see|fit|take me|us
        @want my .. done
        have time for me|us
        have|got anything|something for|on|at @day|@part
        what times do you have|got
        take me|us in? at|on|today|tomorrow
        see you guys on|at|tomorrow|today|this|next
        can|could|may i|we bring|take my|the|our? car|vehicle|ride|suv|van|truck|bike|gari
        @want .. to? bring my|the|our car|vehicle|ride|suv|van|truck|bike|gari
    """),
    ("book", 0.88, """
        how .. book|reserve|schedule
        any|available|free|have @visit|openings|opening|space|availability
        is .. available|free
        are you free|available
        when .. available|free
        when can i come
        can|could|may i|we come in|on|at|by|tomorrow|today|this|over|next
        come in for|on|at
        see the|a|my @role
        @want .. see|visit|meet dr|doctor|mr|mrs|ms|miss
        id|love|like .. see|visit|meet dr|doctor|mr|mrs|ms|miss
        availability
        ^ @visit for .. $
        i need .. done
        get my .. done
        do my
    """),
    ("cancel", 0.95, """
        ^ cancel|cancellation|cancelling|canceling $
        ^ cancel
        @drop .. @visit
        get rid of
        put in a cancellation
        @visit .. canceled|cancelled|cancelling
        @visit .. no longer|not @want|needed|required|necessary
        @visit .. not|isnt|dont|doesnt|wont @want|needed|required|necessary
        dont|wont|not @want|require .. @visit
        no longer require|needs|need|want
        forget|end|abandon|trash|release|unreserve|unbook|nix|close my|our|the|that .. @visit
        not going|coming tonight|tomorrow|today|anymore
        @drop .. my|our .. @visit|dinner|table|lunch
        cancel it|that|this|everything
        cancel my|our|the
        @want .. to? cancel
        @modal .. cancel
        call off
        scrap|drop my|our @day
        out of my|our|the .. @visit
        not gonna|going to? need|want|use|keep .. .. @visit
        doesnt|dont|wont want|need|wants|needs .. .. @visit anymore|any|longer
        dont|not|stop hold|holding|keep|keeping|save|saving my|our|the|that .. @visit|table
        let|letting my|our|the|that .. @visit go
        do|doing away with .. @visit
        free|give|hand up|back|over my|our|the|that .. @visit
        surrender|relinquish|forfeit my|our|the .. @visit
        unreserve|unbook .. @visit|table|it|that|my|our
        is|be|gets|get canceled|cancelled
        wont|not|dont be? needing|using|requiring|need|keep|keeping .. @visit
        pull|kill|axe|ditch|rescind|retract|nullify|terminate|clear|erase|void .. @visit
        back|backing|get|getting out of
        scratch .. @visit
        @visit has|needs|have to go
        take|remove|get my name off|from
        not|cant|cannot|wont|unable .. make|keep|honor|attend .. @visit
        change of plans
        forget|end|abandon|scrap .. @visit
        repeal|reverse|dissolve|abolish|annul|discard|dump|nuke|withdraw|drop|lose .. @visit
        @visit .. .. not|dont|doesnt|wont need|want|use .. anymore|longer|more
        i|we no longer need|want|require .. @visit
        not|wont be? going|coming to|for .. @visit|dinner|lunch|session|class
        like to cancel
        cancel
        cancelled
        @shift .. .. to .. canceled|cancelled
        no longer @want
        dont need|want .. @visit anymore
        dont need|want my|our|the @visit
        take me off for|tomorrow|today
        dont expect|wait me|for
        @visit needs|has to be canceled|cancelled|removed|deleted
    """),
    ("unable", 0.95, """
        i|we cant|cannot|wont|couldnt make it
        cant|cannot|wont make|do|manage on? this? @day
        wont|not|longer be? able to come|make|attend
        unable to come|make|attend
        not going? to? make it
        wont manage to? come|make|be
        wont be there|around|in
        dont think .. come|make
        no longer coming|able
        cant|cannot|wont come|attend
        not coming anymore
        wont|not be coming|there
    """),
    ("reschedule", 0.95, """
        reschedule|rescheduling|postpone
        re schedule
        ^ hi|hey|hello|sorry? im|i|we|were am|are|might|may? running|run|be late|behind
        running|run late|behind for|to
        ill|will|might|going be late for|to
        im|am|we late for my|our|the
        @shift .. my|our|the|an .. @visit
        @shift my|our|the .. @visit
        @shift the|my date|time|day
        @shift it to
        move|shift|push|reschedule my|our
        move|shift|push|reschedule it|this|that to|from|back|forward|instead
        move|shift|push|reschedule the .. one|to
        @shift my|our .. to
        @shift @day s? .. to|from
        come .. instead of @day|today|tomorrow
        move|shift|postpone .. to|from @day|next
        move|shift|postpone .. to|from @part
        my|our .. instead of @day
        @day .. instead of @day
        @shift todays|tomorrows .. to|from
        can|could|may i|we come .. instead
        push .. back|forward
        bring .. forward
        come .. another|different day|time
        move .. @visit
        another|different day|time instead
        can|could we|i|you push|move|shift it
        make my|our|the @visit later|earlier|sooner
        another|different day|time for my|our|the
        rebook me .. another|different
        delay my|our|the @visit
        at a later|another|different|earlier time|hour
        @visit be moved|changed|shifted|pushed|rescheduled
        have|do|make my|our|the @visit .. earlier|later|sooner
        lets do .. instead of
        @shift it $
    """),
    ("services", 0.95, """
        what|which .. services|treatments
        ^ services|menu|prices|pricelist|pricing|cost|price|rates $
        services .. offer|provide|have|do
        what do you offer|do|have
        what all? do you guys? offer|do|have
        how much is|was|were|are|for|did|does|would|will|its|per|to|$|?
        how much do|are you|they|we
        whats|what is|are? the|your|your? .. @price
        price list
        @price of|for
        what .. @price
        @price ?
        your|yenu|zenu @price
        @price yenu|zenu|please|pls
        send|tell|give|share|know|show me|us? the|your? @price
        how long does|is|are|do|will|for
        how many minutes|hours
        who does|performs|offers|handles
        who do i|we see|get|book|have
        who works on|with|there|here|today|tomorrow|@day
        who is|are good|best
        who is|are your|the best|good|top|barber|stylist|staff|team|people|@role|available|free
        which person|@role .. does|do|is|for
        is .. expensive
        what does|do|would .. cost|go for?
        what|how .. would|do|will i pay
        quote for
        which|who|whats|what is? cheaper|cheapest
        whats included
        do you also|even do|offer|have
        whats on the|your menu
        show me .. services|menu|prices|options
        list .. services|menu|prices
    """),
    ("services", 0.98, """
        ^ do you|u|they guys? do|offer|provide|sell|stock
        ^ is there a|any? discount|offer|promotion
    """),
    ("services", 0.87, """
        do you do|offer|have
    """),
    ("services", 0.55, """
        @price
    """),
    ("hours", 0.95, """
        opening|working|business|operating hours
        ^ hours $
        what time|hours .. @open
        when .. you .. @open
        what .. your|the hours
        are you .. open
        you open on|at|today|tomorrow|sunday|saturday
        do you @open
        are you .. closed
        is your .. open
        is the shop|place|store|business|office .. open
        do you work|operate|trade on|at|sunday|saturday
        you open .. holidays|holiday
        are you working|around|in on|today|tomorrow|at|this
        what are your times|hours|days
        you|yall start|finish|stop work|working
        what time are you there|in|around
        do you close|open|break for
        ^ @open on|at|today|tomorrow|this|until|till
        ^ @open ?
        when|what .. @open ?
        until what time
        how late are you
    """),
    ("other", 0.98, """
        what if|happens|when i|we .. cancel|canceled|cancelled|reschedule|postpone|late|change
        what if|happens if|when i|we .. cancel|canceled|cancelled|reschedule|postpone|late|change
        what .. if|when i|we .. cancel|cancelled|reschedule|postpone|change
        ^ if i|we .. cancel|reschedule|postpone|change .. ?
        can|could|may i|we still|always? cancel it? later|anytime ?
        nikicancel|nikighairi|nikiahirisha .. ?
    """),
    ("other", 0.9, """
        where are|is you|your|the|it
        nearest|closest
        near|around me|here $
        how to|do|can|would|should|could .. get|go|travel|walk|drive|come to|there
        how to i|we|you get|go to|there
        how i|we|one get|go|travel to|there
        way|route|directions|direction|direct to|me .. to
        way .. get|go|travel to
        take|catch|board|use a|the|which bus|matatu|train|taxi|cab|boda
        which|what bus|matatu|stage|stop|route|exit|train
        by bus|matatu|train|foot|boda
        distance between|from|to
        location of
        where .. nearest|closest|near
        how far away|is|are
        get|take me to the|a|an|your
        visit .. by bus|train|car
        do you|know how i|we|to get
        are there any .. near|around|close
        is there a|an .. near|around|close
        where .. are you
        which|what building|street|road|floor|area|town|estate are you
        where can|could|should|do|must i|we get|come|go|find
        tell me where you|the
        directions to
        can|could i|we have|get your number|contact|contacts|address|phone
        are you in|around|near|at|within .. town|cbd|the|area
        send|share|drop a|the|your .. pin|location|directions|address
        where .. located|location|find you
        whats|what is? your|the address|location|number|phone
        location|directions|address $
        how do|can|will i|we get there|to
        how do|can|will i|we find|reach you|the|your
        how far are|is you|it|the
        send me the|your? location|address|directions|pin|map
        is|do|any|have .. parking
        parking ?
        what should|do i|we wear|bring|carry
        do you take|accept .. card|cards|insurance|cash|mpesa|nhif|walk|walkins
        can|do|should|how|where i|we pay
        how .. i|we pay
        ways|mode|modes|means of payment|paying
        payment methods|options|modes
        i|we have|got a|another|one question
        gift|gifts card|cards|voucher|vouchers|certificate
        voucher|vouchers ?
        discount|discounts|offers|promotion ?
        do you .. home|house visits|calls|services|service
        do you come to
        do you have wifi
        are kids|children allowed
        can i bring
        cancellation policy
    """),
)  # fmt: skip
