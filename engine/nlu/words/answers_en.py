"""English cues of answers and courtesies; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("affirm", 0.97, """
        ^ yes|yeah|yep|yup|yea|ya|yess|yah|yeap
        ^ aye|affirmative|absolutely|definitely|indeed|certainly|yas|ye|uhhuh
        ^ y $
        ^ yes|yeah|of .. course|sir|please
        ^ of course
        ^ confirm|confirmed|agreed|proceed|accept|approved|accepted
        ^ go ahead
        ^ sounds|looks good|great|perfect|right|fine|correct|ok
        ^ thats|that|it|its is? right|correct|fine|perfect|ok|okay|true|it|good|great|accurate|works
        ^ works for me
        ^ that works
        ^ i .. confirm|agree|accept
        ^ lets do it|that|this
        ^ lets go
        ^ do it
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
        is a? yes
        is .. true|correct|right|accurate $
        i believe that is|so
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
        ^ im|i am? ok|okay|fine|good with
        ^ totally|obviously|surely|clearly|positively
        ^ very well
        ^ correct
    """),
    ("affirm", 0.6, """
        ^ ok|okay|sure|alright
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
        ^ dont do|book|confirm|pay|send|proceed|want
        ^ do not
        ^ never
        ^ please no|dont
        ^ its|thats|that|it|this is? not|isnt|wasnt|wouldnt|incorrect|false|wrong|inaccurate
        ^ thats|that|its|it|this|is|you .. incorrect|false|untrue|wrong|inaccurate|mistaken|negative
        ^ incorrect|false|wrong|untrue
        ^ i .. decline|disagree|refuse|object
        ^ say|saying|answer|response is? no
        ^ not .. correct|right|true|accurate|good
        is .. not|false|incorrect|untrue|wrong .. true|correct|right|accurate|$
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
        appreciate it|that|the|you|your|this
        much appreciated
        grateful
        gratitude
        god bless
        you .. helpful
        you are|were|have been? the|a|so|very|really? best|great|awesome|amazing|help|lifesaver
        owe you
        good|great|nice|excellent|awesome|well job|work|done
        ^ bye|goodbye|cya|farewell|adios|ciao|later|laters|ttyl|toodles
        ^ bye bye
        good bye
        goodbye
        see you|ya
        have a good|nice|great|lovely|wonderful
        talk .. later|soon
        take care
        nice|great|good|lovely|pleasure talking|chatting|speaking
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
        👋
    """),
)  # fmt: skip
