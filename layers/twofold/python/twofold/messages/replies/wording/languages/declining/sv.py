"""Swedish that declines, with what Danish and Norwegian share with it."""

from twofold.messages.replies.wording.declines.declining import Declining

SWEDISH = Declining(
    sets={
        "NOT": "inte ej ikke",
        "THANKS": "tack tak takk",
        "PERHAPS": "kanske kanskje måske",
        "LATER": "senare senere",
        "DEAR": "dyrt dyr dyra",
        "NO": "nej nei nä",
        "NEXT": "nästa neste næste",
    },
    when="""nu, idag, i dag, just nu, för tillfället, för närvarande, ikväll, i kväll, denna gång, den här gången, denna vecka,
        den här veckan, den här månaden, i år, än, ännu, lige nu, akkurat nå, nå, i aften, i kveld, denne gang, denne gangen,
        imorgon, i morgon, tills vidare""",
    clear="""
        NOT WHEN
        WHEN NOT
        WHEN tyvärr|helst NOT
        tyvärr|helst NOT WHEN?
        NOT intresserad|interesseret|interessert WHEN
        WHEN NOT intresserad|interesseret|interessert
        är NOT intresserad WHEN
        inget|ingen intresse WHEN
        PERHAPS LATER
        PERHAPS en annan|anden|annen gång|gang|dag
        PERHAPS NEXT vecka|månad|gång|gang|uke|uge
        PERHAPS imorgon
        en annan|anden|annen gång|gang|dag
        NEXT gång|gang
        LATER PERHAPS
        hellre LATER
        fråga|påminn mig? LATER|imorgon
        NO ,? THANKS så? mycket?
        NO ,? men THANKS
        NO ,? det är bra THANKS?
        THANKS ,? men? NO THANKS?
        THANKS men NOT WHEN
        jag? avstår WHEN?
        jag hoppar över WHEN?
        hoppar över WHEN|detta?
        jag står över WHEN?
        står över WHEN
        för|alldeles|lite|litt|for DEAR
        för|for DEAR för|for mig|oss|meg
        alldeles|lite för DEAR
        priset är? för högt
        har NOT|ingen|inga råd|pengar WHEN?
        har jag? NOT råd WHEN?
        ingen|inte råd WHEN?
        inga pengar WHEN?
        ont om pengar
        ingen|inte tid WHEN?
        har ingen|inte tid WHEN?
        WHEN ingen tid
        har WHEN ingen|inte tid
        har NOT tid WHEN?
        hinner NOT WHEN?
        WHEN hinner jag NOT
        ikke tid WHEN?
        passar NOT WHEN
        det? passar NOT|inte så? bra? WHEN?
        dålig tidpunkt|timing
        fel tidpunkt
        NOT rätt tidpunkt|tillfälle
        behöver NOT|inget WHEN
        WHEN behöver jag NOT|inget
        ingen lust WHEN
        är för? upptagen WHEN?
        för upptagen WHEN?
    """,
    alone="""
        LATER
        DEAR
        upptagen
        NOT än
        ikke endnu|ennå
        NEXT vecka|månad
        ingen lust
        imorgon PERHAPS
        jag funderar
        ska fundera
    """,
    beside="""
        NO
        men
        tyvärr
        desværre
        dessverre
        förlåt
        ledsen
        beklagar
        sorry
        PERHAPS
        LATER
        för erbjudandet|tipset|omtanken
        för mig|oss
        ändå
        det är
        lite
        är
        jag
        NEXT vecka|månad|gång
        åh
        på jobbet
        på semester
        sjuk
        har redan ätit
        redan ätit
        på? måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
        efter lönen|jul|semestern
        då
        så
        du
    """,
    joins="men för eftersom jag är har tills",
    asks="""
        kan|får jag|ni|vi|man
        har|är ni|det|du
        vad|var|vem|vilken|hur|när
        jag|vi vill|önskar|tar|skulle
        skicka|ge
        boka|beställa
    """,
)
