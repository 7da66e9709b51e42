"""English cues of answers and courtesies; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("affirm", 0.98, """
        ^ yes|yeah|yep|yup|yea|yess|yah|yeap
        ^ aye|affirmative|absolutely|definitely|indeed|certainly|yas|uhhuh
        ^ y|ya|ye $
    """),
    ("affirm", 0.97, """
        ^ yes|yeah|of .. course|sir|please
        ^ of course
        ^ confirm|confirmed|agreed|proceed|accept|approved|accepted
        ^ go ahead
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
        is .. yes
        a .. yes
        ^ that would be great|awesome|good|nice|lovely|perfect|fine
        ^ positive|facts|uh .. huh|$
        ^ uh - huh
        ^ exactly|absolutely|quite|completely right|correct|true|so
        ^ do that
        i vote yes
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
        ^ that|it|this doesnt|does? not? sound|look|seem
        ^ i? cant|cannot|wont confirm|accept|agree
        ^ dont go ahead
        ^ id rather you didnt|dont|not
        ^ never $
        ^ please no|dont $
        ill|i|gonna will? pass
        ^ not that|this|happening|interested
        ^ nada|negatory|invalid|hell .. nah|no
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
        i meant no
        mean no
        👎
        ❌
        🚫
        ✖
    """),
    ("thanks", 0.95, """
        thanks
        thank you|u|ya|thee
        thank
        thx
        tnx
        thanx
        ty
        cheers
        appreciate it|that|the|you|your|this|what
        appreciated $
        thankful
        obliged
        gracias|merci|danke|arigato
        ^ really|very|so? great|nice|excellent|awesome|amazing|lovely|brilliant|wonderful $
        glad|happy you|that|with .. helped|did|answer|here
        you|youve .. great|big|huge|good help
        youre|your the best
        you .. kind|nice|sweet|doll|star
        your answer|help|assistance .. good|great|pleased|enjoyable|helpful|appreciated
        helped me
        much appreciated
        grateful
        gratitude
        god bless
        you .. helpful
        you are|were|have been? the|a|so|very|really? best|great|awesome|amazing|help|lifesaver
        owe you
        good|great|nice|excellent|awesome|well job|work|done
        ^ bye|goodbye|cya|farewell|adios|ciao|ttyl|toodles
        ^ bye bye
        ^ later|laters $
        good bye
        goodbye
        see you|ya
        have a good|nice|great|lovely|wonderful
        talk .. later|soon
        take care
        @pleasing .. talking|chatting|speaking
        @pleasing .. conversing|conversation
        @pleasing .. to|we .. talk|chat|speak|catch|converse
        great|good|nice|enjoyed talk|chat|our|seeing
        until next time
        peace out|$
        take it easy
        tata|sayonara|syonara|toodles|tootles|buhbye|fairwell|goodnight|aloha|cheerio
        out of here
        outta here
        good night
        @i .. get|go|run|leave|be going|now|leaving|off
        catch you|ya .. around|later|soon
        got to|get go|going|run
        🙏
        ❤
    """),
    ("greeting", 0.95, """
        ^ hi|hello|hey|hallo|helo|hii|hiya|yo|howdy|greetings|hy|heya|hola|sup|wassup|whatsup|hullo
        ^ good morning|afternoon|evening|day
        ^ morning|afternoon|evening $
        ^ how are|r you|u|ya|things
        ^ hows it|your|everything|life|you
        ^ how .. you|u doing|been|feeling|today
        ^ what|whats up
        ^ whats going|new|happening
        ^ nice|good|great to see|meet|hear you|from
        ^ how do you do|feel
        ^ are you|u .. ok|okay|well|doing|good
        ^ how have you been
        ^ how is|are .. it|everything|things|life|day|you|ai .. going|doing|today|treating|been|$
        ^ how goes it
        ^ howre|howve|hows you|ya|life|things|everything|it|are|ife
        ^ how ya|you doin|been|are|doing|feeling
        ^ is|are everything|things .. ok|okay|well|good|alright|going
        ^ have you been .. good|well|ok
        say hi|hello|hey
        ^ why hello|hi
        tell me how .. you|youve|youre
        ^ bonjour|salutations|ahoy|heyo|heller|namaste|konnichiwa|ello
        ^ its? nice|good|great|lovely to .. see|meet
        ^ what do you feel like
        👋
    """),
)  # fmt: skip
