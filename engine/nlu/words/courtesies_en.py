"""English cues of thanks and greetings; their form is told in `engine/nlu/acts/cues.py`."""

CUES: tuple[tuple[str, float, str], ...] = (
    ("thanks", 0.95, """
        thanks
        thank you|u|ya|thee
        thank
        thanks|thank again|alot|so|very
        thank you again|alot|so|very
        have my .. gratitude|thanks
        thx
        tnx
        thanx
        ty
        cheers
        appreciate that|the|you|your|this|what
        appreciate it so|very|a|really|all|man|,|.|!|$
        appreciated $
        thankful
        obliged
        gracias|merci|danke|arigato
        ^ really|very|so? great|nice|excellent|awesome|amazing|lovely|brilliant|wonderful $
        ^ great|nice|excellent|awesome|amazing|lovely|brilliant|perfect , .. excellent|nice|great $
        glad|happy you|that|with .. helped|did|answer|here
        you|youve .. great|big|huge|good help
        youre|your the best
        you .. kind|nice|sweet|doll
        youre .. kind|nice|sweet|doll|star|angel|gem|legend|lifesaver|great|awesome|amazing
        youre|are a|the|such .. star
        your answer|help|assistance .. good|great|pleased|enjoyable|helpful|appreciated
        helped me
        you rock|rule|legend
        tysm|tx|thnks|thankz|kudos|props|appreciative|thanking
        that|this|it|you was|were|is really|very|so|super|most? helpful|useful
        ^ very|really|super|so|most helpful|useful|kind|nice
        that|this|you|which really? helps|helped
        means a lot
        made|saved my day|life
        kind|nice|sweet|good|generous of you
        for your|the|all your? help|assistance|time|kindness|support
        couldnt have done
        bless you
        pleased with|by
        you did well|good|great|it
        very much|well appreciated
        i value your
        much appreciated
        grateful
        gratitude
        god bless
        you .. helpful
        you are|were|have been? the|a|so|very|really? best|great|awesome|amazing|help|lifesaver
        owe you
        good|great|nice|excellent|awesome|well job|work|done
        bye|goodbye|cya for|now|,|.|!|$
        ^ peace|peaceout|laterz|buhbye $
        ^ bye|goodbye|cya|farewell|adios|ciao|ttyl|toodles
        ^ bye bye
        ^ later|laters $
        good bye
        goodbye
        see you|ya
        have a good|nice|great|lovely|wonderful
        talk .. later|soon
        that|it|this was|is|were .. help|lifesaver
        enjoy your|the .. day|evening|weekend|rest|night|afternoon|week
        time for me|us to go|leave|run|head
        heading|headed|taking|popping out|off|home
        all the best
        stay safe|well|blessed|golden
        i bid you
        take care now|,|.|!|and|all|you|guys|my|then|$
        take care of yourself|yourselves
        @pleasing .. talking|chatting|speaking
        @pleasing .. conversing|conversation
        @pleasing .. to|we .. talk|chat|speak|catch|converse
        great|good|nice|enjoyed talk|chat|our|seeing
        until next time
        peace out|$
        take it easy
        tata|sayonara|syonara|toodles|tootles|buhbye|fairwell|goodnight|cheerio
        out of here
        outta here
        good night
        @i .. get|be going|leaving now|,|.|!|soon|then|$
        im|ill|i am|will be? off now|then|home|$
        @i @must to? go|run|leave|bounce|dash|head|split now|,|.|!|out|off|$
        say|bid|saying goodbye|bye|farewell
        catch you|ya .. around|later|soon
        ^ so long $
        signing off
        over and out
        im|i am off|leaving|going|done $
        @i have|need|must|should .. go|leave|run $
        hasta|adieu|au|auf|arrivederci|revoir
        until we|i meet|speak|talk|next
        till next|later|we
        see you|ya later|soon|tomorrow|around
        gotta|hafta go|run|bounce|leave
        was nice|great|good|lovely|fun talking|chatting|speaking|seeing|meeting|to
        ^ later gator|alligator|dude|man|then
        got to|get go|going|run
        🙏
        ❤
    """),
    ("greeting", 0.95, """
        ^ hii $
        ^ hii ,|there|mko|habari|mambo|guys
        ^ hi|hello|hey|hallo|helo|hiya|yo|howdy|greetings|hy|heya|hola|sup|wassup|whatsup|hullo
        ^ good morning|afternoon|evening|day
        ^ morning|afternoon|evening $
        ^ how are|r you|u|ya|things
        ^ hows it|your|everything|life|you
        ^ how are|r|is|have|ve|has? you|u doing|been|feeling|today
        ^ how are|have|is everything|things|life|all|it with|for you
        ^ what|whats up
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
        ^ why , hello|hi
        ^ how is|was your day|morning|evening|week
        ^ hows|howd your|the day|morning|evening|week
        tell me how .. you|youve|youre
        ^ whats shaking|crackin|cracking|poppin|popping|kicking|crackalackin
        ^ long time no
        ^ hope|hoping you|youre|your|all .. well|good|great|fine|okay
        ^ you ok|okay|alright|good|well
        ^ yo|hey|hi|hello|sup .. whats|what new|up|good|happening|cracking|going
        ^ howdy|hi|hello|hey , .. whats|how|you|are
        wake up
        rise and shine
        ^ everything|all good|ok|okay|alright|well
        ^ pleased|glad|happy|delighted to see|meet|hear
        ^ gday|howzit|hiyah|heyy|ayo|evening|morning $
        ^ top of the
        ^ greet|greetings
        how you|ya doing|been|feeling|holding
        how are|is|have|were you|things|everything|life .. doing|going|been|feeling|today|$
        ^ aloha $
        ^ bonjour|salutations|ahoy|heyo|heller|namaste|konnichiwa|ello
        ^ its? is? nice|good|great|lovely to .. see|meet
        ^ its? is? nice|good|great|lovely to see|meet you
        👋
    """),
    ("greeting", 0.9, """
        ^ whats|what is? up|good|new|happening|cooking|shaking|popping
        ^ whats|what is? going on
        ^ how have|has|are|r|is|ve|you|u|ya .. you|u|ya doing|been|feeling|today
    """),
)  # fmt: skip
