"""Czech that declines, with what Slovak shares with it."""

from twofold.messages.replies.wording.declines.declining import Declining

CZECH = Declining(
    sets={
        "THANKS": "díky děkuji děkuju dekuji dekuju dík ďakujem dakujem vďaka",
        "PERHAPS": "možná snad asi možno",
        "LATER": "později pozdeji potom neskôr pak",
        "DEAR": "drahé drahý drahá drahe draho drahý",
        "NEXT": "příští další budúci",
        "SPAN": "týden měsíc rok víkend",
    },
    when="""teď, ted, nyní, dnes, dneska, momentálně, zatím, aktuálně, v tuto chvíli, v tuhle chvíli, v této chvíli, tentokrát,
        tento týden, tenhle týden, tento měsíc, zrovna, právě teď, teď zrovna, dnes večer, zítra, letos, ještě, teraz""",
    clear="""
        WHEN ne
        ne WHEN
        WHEN radši|raději|bohužel ne
        radši|raději|bohužel ne WHEN?
        WHEN nemám zájem
        nemám WHEN zájem
        nemám zájem WHEN
        WHEN mě to nezajímá
        PERHAPS LATER
        PERHAPS jindy|příště|zítra
        PERHAPS NEXT SPAN
        LATER PERHAPS
        někdy jindy
        jindy
        třeba|snad příště|jindy|LATER
        až příště|LATER
        radši|raději LATER
        připomeňte|připomeň mi? to? LATER|zítra
        ne ,? moc? THANKS moc?
        ne ,? ale THANKS
        nie ,? THANKS
        THANKS ,? ale? ne|nie
        THANKS ,? ale WHEN? ne|nechci
        THANKS nechci WHEN
        WHEN nechci
        nechci WHEN
        nevyužiju|nevyužiji WHEN?
        WHEN nevyužiju|nevyužiji
        WHEN vynechám
        vynechám
        příliš|moc|dost|hodně|trochu DEAR
        je to moc|příliš DEAR
        na mě|mne moc? DEAR
        moc DEAR pro mě|nás
        vysoká cena
        cena je? moc|příliš? vysoká
        nemám WHEN? peníze|prachy|penize WHEN?
        WHEN nemám peníze|prachy|penize
        nemůžu|nemohu si to WHEN? dovolit
        nemůžu si to dovolit WHEN?
        nemám WHEN? čas WHEN?
        nemám|nemam WHEN? cas|čas WHEN?
        WHEN nemám|nemam čas|cas
        není|neni WHEN? čas|cas
        nestíhám WHEN?
        WHEN nestíhám
        špatná|nevhodná chvíle|doba
        nevhodný čas|moment
        není vhodná|dobrá chvíle|doba
        není ta|ten pravá|pravý chvíle|čas
        nehodí se mi? to? WHEN?
        WHEN se mi? to? nehodí
        WHEN nic nepotřebuju|nepotřebuji
        nic nepotřebuju|nepotřebuji WHEN
        WHEN nepotřebuju|nepotřebuji
        WHEN nemám chuť
        nemám chuť WHEN
        WHEN nemůžu ,? THANKS
        mám moc práce
        jsem WHEN? zaneprázdněný|zaneprázdněná
    """,
    alone="""
        LATER
        příště
        ještě|zatím ne
        DEAR
        nemám chuť
        zítra PERHAPS
        NEXT SPAN
        nestíhám
        rozmyslím si to
    """,
    beside="""
        ne|nie ,|.
        ale
        bohužel
        promiňte
        promiň
        pardon
        omlouvám se
        škoda
        je mi líto
        PERHAPS
        třeba
        LATER
        za nabídku|info|pozvání
        pro mě|nás
        na mě|mne
        je
        to
        mi
        trochu
        NEXT SPAN
        příště
        jsem
        no
        ach
        jo
        v práci
        na dovolené
        nemocný
        nemocná
        už jsem jedl|jedla
        v? pondělí|úterý|středu|čtvrtek|pátek|sobotu|neděli
        po výplatě|vánocích|svátcích|dovolené
        si
    """,
    joins="ale protože jsem mám nebo až dokud",
    asks="""
        můžu|můžete|mohu|mohl|mohla|můžeme
        máte|je|jste u|otevřeno
        co|kde|kdo|jaký|jaká|kolik|kdy
        chci|chtěl|chtěla|potřebuju|dám
        pošlete|napište|řekněte
        rezervovat|objednat
    """,
)
