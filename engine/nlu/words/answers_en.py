"""English cues of yes and no; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("affirm", 0.98, """
        ^ yes|yeah|yep|yup|yap|yeh|yea|yess|yah|yeap
        ^ aye|affirmative|absolutely|definitely|indeed|certainly|yas|uhhuh
        ^ y|ya|ye $
    """),
    ("affirm", 0.97, """
        ^ yes|yeah|of .. course|sir|please
        ^ of course
        ^ confirm|confirmed|agreed|proceed|accept|approved|accepted
        ^ go ahead
        ^ that|it|this will|ll do $
        ^ thatll|itll do|work $
        thats|that|this|which is? exactly|just|precisely? what i|we want|wanted|need|needed $
        ^ sounds|looks|seems very|really? good|great|perfect|right|fine|correct|ok|lovely|amazing
        ^ that|it|this|all|everything sounds|looks|seems very|really? good|great|perfect|right|fine
        ^ that|it|this|all|everything sounds|looks|seems very|really? correct|ok|lovely|amazing
        ^ correct|exactly|precisely|perfect|confirmed .|,|!
        ^ that|it|this will be very|really|just? good|great|perfect|fine|ok|nice|lovely|awesome
        ^ indeed|certainly|sure i|it do|am|will|is
        ^ i certainly|definitely|surely|really do|am|will
        ^ all good|correct|set|right
        ^ thats|that|it|its is? right|correct|fine|perfect|ok|okay|true|it|good|great|accurate|works
        ^ works for me
        ^ im|i am? very|so|quite? happy|fine|good|okay|ok|comfortable with that|this|it
        ^ that|this|it suits me|us
        ^ that works
        ^ i .. confirm|agree|accept
        ^ ok|okay|alright|sure|great|perfect book|go|confirm|proceed|do|lets|please
        ^ ill take it|that|this
        ^ lets do it|that|this
        ^ ok|okay|alright|sure|great|perfect book|go|confirm|proceed|do|lets|please
        ^ ill take it|that|this
        ^ lets go
        ^ do it
        ^ go for it
        ^ book it
        ^ please do
        ^ by all means
        ^ without a doubt
        ^ for sure
        ^ why not
        ^ you got it|that
        ^ you are right|correct
        ^ i think so
        ^ i do|am|will|would $
        ^ no problem
        say|saying|answer|response is? yes
        ^ i concur|consent|assent|approve|agree|accept|confirm
        ^ i believe|suppose|guess|hope|reckon so|yes|that
        ^ im|i am sure|certain|positive|confident $
        ^ you bet|betcha|said|know it?
        ^ roger|bingo|okie|okey|okeydokey|okiedokie|naturally|undoubtedly|unquestionably|yessir
        ^ darn|damn right|straight|sure|well
        ^ right on|you
        ^ very|so much so
        ^ most assuredly|likely|definitely
        without question|doubt
        ^ no doubt $
        ^ beyond a? doubt
        ^ true that|statement|enough|indeed
        ^ that|it|this is|was|does|sure|certainly so|is|does|true $
        ^ that|it|this is|was so|true|a|the fact|case|$
        ^ it is|does|sure $
        answer|reply|response .. yes|true|affirmative|positive|correct
        i|id|ill|im|must|will .. say|go|answer .. yes|yeah|affirmative
        ^ ten|10 four|4
        ^ 100 percent|%
        ^ count me in
        ^ im|i am in|game|down|agreeable $
        is .. yes
        a .. yes
        ^ that would be great|awesome|good|nice|lovely|perfect|fine
        ^ positive|facts $
        ^ uh huh
        ^ uh - huh
        ^ exactly|absolutely|quite|completely right|correct|true|so
        ^ do that
        i vote yes
        that would|will be .. yes $
        ^ true|right|correct , .. definitely|certainly|absolutely|indeed|very
        most definitely|certainly|assuredly $
        ^ i|id would|do|d? say|believe|think|reckon so|yes
        ^ i|id would|do|d? .. agree
        ^ youve|you have? got it|that
        ^ spot|bang|dead on
        ^ true|yes|affirmative|positive|correct is|would my|the answer|response|reply
        ^ okey dokey|doke|dokie
        ^ sounds|seems|looks like a? plan|deal|winner|yes
        ^ thats|that|it is? exactly|precisely|totally|definitely|absolutely it|right|correct|so|true
        ^ sure|yes|ok|okay why not
        ^ deal|gladly|happily|willingly|thumbs up? $
        ^ fair enough
        ^ make it so
        ^ lets roll|rock|proceed|continue
        ^ i am|im on board|sold|convinced|for it
        ^ hell|heck|damn|oh|but|well|why yes|yeah|yep|yea
        ^ 100|hundred percent|%
        that makes sense
        ^ most definitely|certainly
        👍
        👌
        ✅
        ✔
        💯
    """),
    ("affirm", 0.95, """
        ^ ok|okay|okey|sure|alright|right|correct|fine|perfect $
        ^ great|good|cool|exactly|k|kk|oki|true|precisely $
        ^ ok|okay|sure|alright|perfect|fine|great ,|.|!
        ^ sure thing
        ^ all right|good
        ^ fine by|with me
        ^ im|i am? ok|okay|fine|good with that|this|it|the|these|those
        ^ totally|obviously|surely|clearly|positively
        ^ very well
        ^ correct
    """),
    ("affirm", 0.6, """
        ^ ok|okay|sure|alright
        ^ no worries|worry|wahala|issue|issues|objection|objections|doubt|doubts
    """),
    ("deny", 0.97, """
        ^ no|nope|nah|naw|negative|nay|noo
        ^ n $
        ^ not|dont really|today|now|right|at|yet|exactly $
        ^ not really|today|now|yet|right|at
        ^ no thanks|thank|way|sir
        ^ definitely|absolutely|certainly|probably|of course? not
        ^ id|i rather|prefer|would not
        ^ i .. dont|do think|want not? so|it|that|to
        ^ i dont think so
        ^ dont book|confirm|pay|send|proceed|want
        ^ do not
        ^ dont do it|that|this|so
        ^ i? do? dont|not agree|accept|confirm|approve|consent|want
        that|it|this doesnt|wont|dont work
        ^ that|it|this|its|thats is? not|isnt ok|okay|good|fine|perfect|right|great|it
        ^ not ok|okay|good|fine|perfect|great|happy
        ^ no good|deal|chance|dice|go|bueno|sir|maam|mate|man|dude|boss|buddy
        ^ false|incorrect|wrong|untrue|invalid for|,|.|! .. sure|$
        ^ invalid|unacceptable|nonsense|hogwash|bogus $
        ^ that|it|this doesnt|does? not? sound|look|seem
        ^ i? cant|cannot|wont confirm|accept|agree
        ^ dont go ahead
        ^ id rather you didnt|dont|not
        ^ never $
        ^ please no|dont $
        ill|i|gonna will? pass
        ^ not that|this|happening|interested
        ^ nada|negatory|invalid|hell .. nah|no
        ^ nada|zilch|nix|nein|nay $
        ^ its|it|thats|that|this is? a no from|$
        ^ its|it|thats|that|this is? definitely|certainly|really|just|absolutely|clearly not $
        ^ never in
        ^ fat chance
        ^ thumbs down
        ^ hard|big|gonna pass|no
        ^ not on your
        ^ out of the question
        ^ i am|im afraid not|no
        ^ thats|that|it|its is? far|hardly from|true|it|so
        couldnt|could|cant not? be further|more wrong|from
        ^ quite|just the opposite|contrary
        ^ i doubt it|that|so
        i dont think|believe|suppose|feel thats|that|it|this|its|so
        i am|im saying|going|voting|telling .. no|nope|negative
        hell|hard no|nah
        would prefer not
        ^ i think|guess not
        seems not
        ^ by no means
        no way
        ^ incorrect|false|wrong|untrue $
        ^ i .. decline|disagree|refuse|object
        ^ say|saying|answer|response is? no
        a no $
        say no
        answer .. is .. no|negative|negatory
        ^ i? say|said negative|nope|nah
        that would|will be .. no $
        ^ negatory
        not what i|we want|wanted|need|meant|asked
        ^ i dont like that|it|this
        , no $
        i|id|ill|im|must|will .. say|go|answer .. no|nope|negative|nah
        answer|reply|response .. no|nope|negative|false
        ^ i am|will|do|would|can|could|did not $
        ^ it|that|this|they|he|she is|was|does|do|are|will not $
        ^ it|that|this isnt|wasnt|aint|doesnt so|true|right|correct|it|good|$
        ^ not a|in|the chance|way|slightest|million|hell|bit|least|one
        ^ hardly|unlikely|nuh|nuhuh|never|nein|nyet|non|naah|nopes $
        ^ nuh|uh uh|uhuh $
        ^ under|in no
        no can do
        ^ not in|by .. slightest|million|least|means|way
        ^ dont you|even dare|think
        on the contrary
        nothing of the
        ^ no|never , never|no
        ^ never ever|would|will|again
        ^ i wont|cant|cannot|dont|didnt|wouldnt|shouldnt|couldnt $
        ^ i dont think|believe|suppose|agree
        ^ not happening|interested|likely|true|correct|sure $
        ^ i beg|have to differ|disagree
        im|i am .. against it|that|this
        hell|heck no
        thats|that|it s|is? a? hard|definite|firm? no
        i meant no
        mean no
        👎
        ❌
        🚫
        ✖
    """),
)  # fmt: skip
