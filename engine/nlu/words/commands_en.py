"""English cues of commands: act, confidence, patterns in the form of `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("handoff", 0.95, """
        @talk .. to|with|me|through .. person|human|agent|someone|somebody|representative|rep
        @talk .. to|with|me|through .. manager|owner|operator|people|supervisor
        @talk to|with the|your|you? reception|receptionist|office|team|clinic|salon|spa|shop
        @talk to|with the|your? studio|management|admin|boss|staff|desk
        get|give|find me? a|an|the|some? real|live|actual person|human|agent|operator
        bring|need|want me? a|an|the|some? real|live|actual person|human|agent|operator
        get|give|find|bring|need|want me? a|an|the human|agent|operator
        get|give|find|bring|need|want me? a|an|the representative|manager|person
        @want .. human|agent|representative|manager|operator
        real|live|actual person|human|agent $
        ^ human|agent|person|operator|representative $
        customer care|service|support
        call me
        someone call me
        is anyone|anybody|someone there
        can someone help
        need help from a
        not a bot|robot
        talk|speak to you directly
        talk|speak .. to|with|your|the @person|boss
        is there a|any person|human|someone|somebody
        dont want .. bot|robot|machine
        can|could a|any? real? person|human|someone|somebody help|assist|answer|reply
        put|get|bring .. person|someone|somebody|manager|agent on|please|$
        hand|pass|transfer me over|to .. @person
        get|call|bring your|the manager|boss|owner|supervisor
        complain|complaint .. manager|boss|owner
        stop .. bot
    """),
    ("opt_in", 0.95, """
        ^ start|subscribe|resubscribe|unstop $
        ^ anza|jiunge|nijiunge $
        opt me? back? in
        subscribe|resubscribe me again?
        start|resume messaging|texting|sending me? again?
        send me reminders|messages|updates|offers again
        nitumie|nitumieni ujumbe|vikumbusho|meseji tena
    """),
    ("opt_out", 0.97, """
        ^ stop all|promotions|promos|ads|offers|reminders|marketing
    """),
    ("opt_out", 0.95, """
        unsubscribe
        opt out
        stop|quit messaging|texting|sending|contacting|spamming|bothering
        dont|do|never not? message|text|contact|send me|us
        remove me|my from|number
        take me off $
        take me off your|the|this|my list
        no more messages|texts|sms
        delete my number|data|contact
    """),
    ("language", 0.95, """
        ^ @languages $
        ^ language|languages $
        in @languages please|$
        speak|talk|use|write|reply|respond|answer|communicate .. @languages
        switch|change|set .. to @languages
        switch|change|set|adjust .. language|languages
        new|different|another language
        do you speak|understand @languages
        can .. speak|talk .. @languages
        @languages please
        speaking @languages
        @languages mode|version|instead
        prefer @languages
        language .. to|into @languages
        language settings|setting
        turn|put|switch|set it|this|that? on|in|to|into @languages
        the|your|preferred|which|what|another|edit|use language
        languages .. switch|change|use|speak|talk
        in|using|to|into|over @languages .. from now|on
        to|in|using @languages $
        know|understand .. @languages
        translate to|into|in @languages
        translate it|this|that|everything to|into|in @languages
        @speaking|write|hear|responses|answers|instructions .. in|using @languages
        chat .. in|using @languages
        speak @languages
        dont speak|understand @languages
    """),
    ("repeat", 0.95, """
        ^ repeat|pardon|what|huh|sorry|eh $
        excuse me $
        ^ again $
        repeat that|this|it|yourself|what|please|the|your|last
        @say that|it|this|what .. again|once|another
        say|tell|explain .. again
        ^ once|one more? time? $
        ^ can|could you repeat
        dont get it|that|you
        say .. one more time
        come again
        pardon me
        what did|was|were you|that|said just? say|said|mention|telling
        what was that|said
        i|we didnt|did|couldnt|missed not? hear|catch|get|understand .. that|you|it|what|$
        i missed that|what
        repeating .. that|it|yourself|what|this
        didnt|couldnt|cant|cannot .. make .. out
        didnt|couldnt|not .. hear|catch|understand|get that|you|it|what|$
        say what $
        what did|were|was you .. tell|say|ask|saying|telling|asking
        go over|through .. again
        speak up
        didnt|couldnt hear|catch|understand|get
        dont|do not? understand
        beg your pardon
        what do you mean
        you just say|said|ask|asked
        ^ just? one|another more? time
        ask .. again
        @want|like|have .. said|repeated|again|that once
        that|it|this .. repeated
        that|it|this said again|once
        repeat .. what|that|it|you|said|yourself
        it|that|this one more|last time
        it|that|this once more
        it|that|this again please|$
        hear .. again|once
        @say|ask|run .. once|by more|me
        run that by me
        restate|replay
        what .. question
        @say .. over $
        what did i miss
    """),
    ("restart", 0.95, """
        start over|again|afresh|anew|fresh
        start from .. beginning|scratch|top|start
        from the beginning|start|top|scratch
        begin again
        restart|reset
        redo everything
        lets start over
    """),
    ("back", 0.95, """
        ^ back|previous|return|undo $
        go|take|step .. back $
        go back
        back to .. previous|last|start|menu|beginning
        previous step|question|page|one
        undo that|it|this
        back up $
        one step back
    """),
    ("skip", 0.95, """
        ^ skip|pass|next|none $
        skip this|it|that
        ^ skip
        rather|prefer not .. say|tell|share
        leave it blank|empty|open
        ^ can|may|let i|we|me skip
        ^ move on $
        can|could|may we|i move on
        leave that|this|it out
        pass on this|that|it
        ^ next question|one
        dont have one|any
    """),
    ("stop", 0.95, """
        ^ stop|exit|quit|abort|halt|nevermind|end|enough|discontinue|terminate $
        ^ stop
        never mind
        nevermind
        ^ thats|that|it is? enough
        forget what|everything
        ^ hold on|up ,? stop
        forget it|this|that|about
        leave|drop it|that
        stop it|this|that|please|now|talking|what|right|doing|speaking
        @end .. it|talking|command|process|task|action
        quit|halt|end|abort|cease it|that|what|whatever
        enough .. dont|please
        refrain from
        @modal you stop|quit|end|pause
        dont .. talk|speak|continue|go .. anymore|further|any|more|on|with
        no more talking
        dont do|run|perform|continue|execute|start .. @process
        do not do|run|perform|continue|execute|start .. @process
        disregard|ignore that|this|my|the
        lets|let stop
        @want|will|ill|let|me think about it|that
        ill|will|shall come|be|get back later
        ^ not anymore
        forget the whole|entire
        no longer want this|that|it|to
        dont feel like
        dont want to continue|proceed|go
        ^ pause|silence|mute|shh|hush|scrap|scratch|rescind $
        end this|the chat|conversation|session
        abort|terminate|discontinue .. this|that|current|mission|task|process|command|request|action
        please stop
        forget i|that|what i? asked|said|mentioned|it
        @want .. you to stop|quit|end|cease|halt|shut
        lets|let us? not|dont continue|go|proceed|do
        ^ end|drop|scrap|ditch|kill|leave|cease|halt|abandon this|that|it now|then|please|alone|$
        i changed my mind
        changed my mind
        not interested
        dont bother
        dont want .. anymore
        dont want to book
        dont need .. anymore
        call it off
        you can stop
        shut up
        shut .. up
        switch|turn|power off
        @end|stop|forget|abandon|drop|scrap|dismiss|eliminate|kill .. @process
        ^ eliminate|dismiss|desist|refrain $
        be quiet
        ^ quiet
        stop there
        scratch that
        that is|will be? all $
        thats all $
        not now thanks
        maybe later
        cut it out
        cease
    """),
    ("change", 0.95, """
        ^ on|at? the other day|time|date $
        ^ change|edit|modify|wrong $
        change it|that|this|something|answer|details|anything
        ^ change
        ^ no|nope|nah ,? wait|hold
        ^ wait|hold on? $
        @want .. to? change
        like to change
        @modal i|you|we change
        ^ make|set|put it
        lets|could|can|you make it
        not right|correct details
        thats|that|its is? not? wrong|incorrect
        different|another time|day|date|service|one
        something else
        switch|swap|replace the|my time|day|date|service
        wrong day|time|date|person|service|one|name|number
        not the right day|time|date|person|service
        i made a mistake
        i meant
    """),
    ("change", 0.98, """
        someone|somebody else
        different|another|other person|@role
        change|switch|swap|replace the|my person|@role
        ~badilisha mtu|mhudumu|muhudumu|@role
        @role else|mwingine|ingine|tofauti
        mtu|mhudumu|muhudumu mwingine|ingine|tofauti
        ~taka|~omba|nipe|nipatie mwingine
        nani|kuna mwingine
    """),
)  # fmt: skip
