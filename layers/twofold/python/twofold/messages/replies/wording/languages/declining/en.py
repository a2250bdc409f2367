"""English that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

ENGLISH = Declining(
    sets={
        "LATER": "later l8r l8ter latr latter laterr",
        "PERHAPS": "maybe perhaps mabye mayb possibly probably prob prolly",
        "THANKS": "thanks thank thx thnx thanx tnx tks ty tyvm thankyou thnks thanku",
        "NEXT": "next nxt",
        "DEAR": "expensive pricey pricy costly dear expansive expensiv expencive steep",
        "SPAN": "week weekend month year season time",
    },
    when="""now, rn, right now, just now, atm, at the moment, at the minute, at this time, at this moment, at this point, for now,
        today, 2day, tonight, tonite, currently, at present, this time, this week, this weekend, this month, this year,
        this morning, this afternoon, this evening, just yet, tomorrow, presently, this round""",
    clear="""
        not WHEN
        nt now
        not really WHEN
        not interested WHEN
        not really|that|too|very interested WHEN
        no interest WHEN
        WHEN not interested
        PERHAPS not WHEN
        PERHAPS LATER
        LATER PERHAPS
        PERHAPS LATER on|WHEN
        PERHAPS some other|another time|day
        PERHAPS another time|day|SPAN
        PERHAPS NEXT SPAN
        PERHAPS in|after a few|couple of? weeks|days|months
        PERHAPS tomorrow|sometime|someday
        some other time|day
        another time|day
        remind|ask|try|text|message|msg me again? LATER|tomorrow
        remind|ask|try|text|message|msg me again? NEXT SPAN
        remind|ask|try|text|message|msg me again? in a few|couple of? weeks|days|months
        ask|try again LATER
        no ,? THANKS you|u|ya|so|very|much|a|lot?
        no|nah ,? THANKS ,? though|tho|anyway|anyways?
        THANKS you|u? ,? but? no ,? THANKS?
        nothanks
        nothankyou
        nothx
        noty
        no but THANKS you|u?
        nah ,? THANKS you?
        nah im|were good|fine|ok|okay|alright
        no im|were good|fine|ok|okay|alright THANKS
        im|were good|fine|ok|okay|alright ,? THANKS you?
        im|were good WHEN
        ill|gonna|imma|will|to|gotta|well pass WHEN
        ill|gonna|imma|will|to|gotta|well pass
        ill|gonna|imma|will|to|gotta|well pass on this|that|it one?
        pass on this|that one
        pass for now|WHEN
        pass WHEN
        ill|gonna|imma|will|gotta|well skip
        ill|gonna|imma|will|gotta|well skip this|it|WHEN one?
        skip this one
        sit|sitting this one out
        too|2|to|so|very|that DEAR
        too|2|to DEAR WHEN
        too|2|to DEAR for me|us
        DEAR WHEN
        bit|little|lil|way|far|still|just|much too|to|2|so DEAR
        little|bit DEAR
        costs|cost|is too much money|WHEN
        price|prices|its is|are|too|way? too? high
        too much money
        out of|my|our my|our? budget|price range?
        not in my|the|our budget
        over|above my|our budget
        cant|cannot|couldnt afford it|this|that|any? WHEN?
        no money WHEN
        no money
        dont|havent have|got the|any? money WHEN?
        short|tight|low on|of cash|money|funds
        money|budget|funds is|are? tight|short
        no time
        no time WHEN
        no time for this|it|that
        dont|havent have|got the|any|enough? time WHEN?
        not enough time
        not a|the good|great|best|right time
        bad|wrong|poor timing
        bad time
        not good timing
        too|so|super|really|very|quite|kinda|bit busy
        swamped WHEN
        busy WHEN
        dont want|need|fancy any|anything|one WHEN
        dont feel like it WHEN
        not in the mood WHEN
        not ready yet|WHEN?
        wait|waiting|hold until|till|for|off? payday|paycheck
        when i get paid
        after payday|xmas|christmas
    """,
    alone="""
        LATER
        LATER on
        much LATER
        LATER this SPAN
        nah
        nahh
        naw
        not yet
        NEXT time
        busy
        im busy
        no dice
        broke
        DEAR
        NEXT SPAN PERHAPS
        not just? yet
        tomorrow PERHAPS
        not hungry
    """,
    beside="""
        no
        nope
        sorry
        but
        though
        tho
        PERHAPS
        im sorry|afraid
        unfortunately
        i think
        think
        for? me
        for the offer|asking|thinking|reminder|invite
        for offering|asking|reminding
        anyway
        anyways
        hun
        love
        mate
        babe
        friend
        x
        xx
        haha
        lol
        oh
        ah
        uh
        um
        hmm
        hm
        mm
        well
        really
        a|an
        bit
        its
        it|that|thats is|are?
        the price
        again
        broke
        at work
        at the office
        on holiday|vacation|holidays
        on a diet
        already ate
        just ate
        already had lunch|dinner|breakfast
        had lunch|dinner|breakfast already?
        out of town|country
        away
        sick
        ill
        im|were|am
        NEXT SPAN
        until|till|til NEXT SPAN
        monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter
        LATER
        on
        this SPAN
        busy
        all good
        no worries
        appreciate it|that
        good luck
    """,
    joins="but because cause cuz coz cos since im i we ive till until as so",
    asks="""
        can|could|may|shall|should i|you|u|we|u
        do|did|does|are|is|have|has|will|would you|u|the|there|it|they|this|that
        what|where|who|which
        let me know
        send|tell|give|show me
        i|we|id want|like|need|would|ll
        want|like to
        book|reserve|order
        see you|u
    """,
)
