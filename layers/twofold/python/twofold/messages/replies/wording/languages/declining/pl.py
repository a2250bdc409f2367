"""Polish that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

POLISH = Declining(
    sets={
        "LATER": "później potem pozniej kiedyś",
        "THANKS": "dzięki dziękuję dziekuje dzieki dziękujemy dziena thx",
        "DEAR": "drogo drogie drogi droga kosztowne",
        "NEXT": "przyszłym następnym kolejnym przyszły następny przyszłą",
        "SPAN": "tygodniu miesiącu roku tydzień miesiąc rok razem weekend raz",
    },
    when="""teraz, dziś, dzisiaj, obecnie, na razie, narazie, aktualnie, w tej chwili, tym razem, w tym tygodniu,
        w tym miesiącu, w tym roku, chwilowo, póki co, jutro, dziś wieczorem, w ten weekend, jeszcze""",
    clear="""
        nie WHEN
        WHEN nie
        WHEN raczej|niestety nie
        raczej|niestety nie WHEN
        raczej nie
        niestety nie
        nie jestem WHEN zainteresowany|zainteresowana
        WHEN nie jestem zainteresowany|zainteresowana
        WHEN mnie nie interesuje
        nie jestem zainteresowany|zainteresowana WHEN
        może|moze ,? LATER
        może|moze innym|następnym razem
        może|moze kiedy indziej
        może|moze kiedyś|jutro
        może|moze w NEXT SPAN
        może|moze za tydzień|miesiąc|jakiś
        może|moze za jakiś czas
        innym|następnym razem
        kiedy indziej
        kiedyś indziej
        raczej LATER
        LATER może|moze
        przypomnij|przypomnijcie|napisz mi? LATER|jutro
        nie ,? THANKS bardzo?
        nie ,? bardzo THANKS
        THANKS ,? ale? nie
        THANKS ,? ale nie skorzystam WHEN?
        nie ,? THANKS ,? ale THANKS
        nie skorzystam WHEN?
        WHEN nie skorzystam
        podziękuję
        pasuję WHEN
        tym razem pasuję
        tym razem odpuszczę
        odpuszczę|odpuszczam WHEN|sobie?
        za|zbyt|trochę|strasznie|bardzo|dość DEAR
        trochę|dla|mnie? za|zbyt DEAR
        za|zbyt DEAR dla mnie|nas
        za|zbyt wysoka|wysokie cena|ceny
        cena|ceny za|zbyt wysoka|wysokie
        nie stać mnie|nas WHEN?
        WHEN? mnie nie stać
        WHEN mnie|nas nie stać
        brak|braku kasy|pieniędzy|funduszy|gotówki
        nie mam WHEN? kasy|pieniędzy|hajsu WHEN?
        WHEN nie mam kasy|pieniędzy|hajsu
        nie mam WHEN? czasu WHEN?
        WHEN nie mam czasu
        czasu nie mam
        brak|brakuje mi? czasu WHEN?
        WHEN brak czasu
        zły|nieodpowiedni moment|czas
        nie w porę
        to? nie jest? dobry|odpowiedni|najlepszy moment|czas
        nie pasuje mi? WHEN
        WHEN mi nie pasuje
        nie potrzebuję|potrzebuje WHEN
        WHEN nie potrzebuję|potrzebuje|chcę
        WHEN nic nie potrzebuję|potrzebuje
        nie mam WHEN ochoty
        WHEN nie mam ochoty
        nie mam ochoty WHEN
        jestem zajęty|zajęta WHEN?
        WHEN jestem zajęty|zajęta
    """,
    alone="""
        LATER
        może|moze LATER
        jeszcze nie
        drogo
        zajęty
        zajęta
        nie mam ochoty
        jutro może|moze
        nie tym razem
    """,
    beside="""
        nie ,|.
        ale
        niestety
        sorry
        sory
        przepraszam
        przykro mi
        wybaczcie
        może|moze
        LATER
        raczej
        to
        jest
        trochę
        dla mnie|nas
        za ofertę|propozycję|info|pamięć
        mimo wszystko
        jednak
        w NEXT SPAN
        za tydzień|miesiąc
        oj
        hm
        haha
        w poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę
        po wypłacie|świętach|wakacjach|urlopie
        jestem
        na urlopie
        w pracy
        chora
        chory
        już jadłem|jadłam
        jadłem|jadłam już
        do NEXT SPAN
        innym razem
    """,
    joins="ale bo ponieważ jestem mam gdyż dopóki",
    asks="""
        czy
        możecie|możesz|mogę|można
        macie|jest u|jakieś
        co|gdzie|kto|jaki|jaka|jakie
        chcę|chciałbym|chciałabym|potrzebuję|poproszę
        wyślij|wyślijcie|podaj|podajcie|dajcie
        zamawiam|rezerwuję
    """,
)
