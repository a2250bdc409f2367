"""Czech, with what Slovak shares with it."""

from twofold.messages.replies.wording.language import Language

CZECH = Language(
    stop="""odhlásit, odhlásit se, odhlášení, odhlaste mě, odhlaš mě, odhlaste, konec, zrušit, zruš, zrušte, zrušit odběr, zrušení, přestaňte, přestaň, přestat, ukončit, ukončete, ukončení, vymazat, vymažte, smazat, smažte, odstranit, odstraňte, vyřadit, vyřaďte, dost, zastavit, zastavte, storno, odvolávám souhlas, nepište, nepiš, už nepište, neposílat, neposílejte, odregistrovat, skončit, stopnout, odebrat, odmítám, nechci sms, žádné sms, odhlasit odber, odvolat, odvolávám, zakázat, vypnout, vypněte, ukoncuji, odhlašuji se, ruším, konec sms, zrušte to, ukončete to, odhlásit mě, vypněte to, vypni to""",
    firm="odhlásit odhlaste odhlášení přestaňte přestaň dost nepište nepiš zastavte neposílejte vyřadit",
    help="pomoc, nápověda, informace, pomozte, prosím o pomoc",
    start="obnovit, znovu přihlásit, obnovení",
    yes="ano, jo, ano prosím, jasně ano, souhlasím, potvrzuji",
    filler="""prosím, prosim, prosím vás, děkuji, dekuji, děkuju, dekuju, díky, diky, děkuji předem, dobrý den,
        dobré ráno, dobrý večer, ahoj, zdravím, ihned, hned, teď, už, okamžitě, ano, s pozdravem,
        laskavě, hezký den, pěkný den, konečně, moc děkuji, díky moc, nashledanou, mě, ok""",
    sets={
        "MISTYPED": """zrušit odhlásit""",
        "SUBSCRIBED": """přihlášen* registrován*""",
        "AND": """a ani""",
        "CANYOU": """můžete můžeš mohli""",
        "OFFERS": """akce akcí nabíd* kupón*""",
        "TO": """pro na abyste k ke""",
        "REPLY": """odpovězte odepište pošlete napište""",
        "ASKED": """žádám požaduji žádal""",
        "OBJECT": """námitk* namítám""",
        "HAVE": """nejsou není nemáte""",
        "WHEN": """kdy""",
        "MISS": """propásnout zmeškat minout ztratit čekat hledat otevřít""",
        "GETTING": """nechodí nedostávám nepřicházejí""",
        "CONTACTED": """kontaktován* obtěžován* otravován*""",
        "MANY": """sms zprávy zpráv reklamy reklamu smsky nabídky reklam""",
        "TYPE": """napíšu napsat odepíšu poslat pošlu odpovím napsal napsala poslal poslala jsem""",
        "MUST": """musím mám když co""",
        "MISTAKE": """omylem nechtěně""",
        "MEANT": """myslel myslela chtěl""",
        "NOTCALL": """nevolej* netelefonuj*""",
        "PLEASE": "prosím prosim laskavě",
        "CEASE": """přestaňte přestaň přestat přestane zastavte zastavit ukončete ukončit skončete             přestanete přestanou""",
        "SEND": """psát psaní posílat posílání zasílat zasílání spamovat kontaktovat volat otravovat obtěžovat rozesílat
            zasypávat posilani rozesílání posílejte""",
        "TEXTS": """sms* zpráv* zprav* esemesk* smsk* reklam* nabíd* nabid* spam* upozorněn* newsletter* oznámen* akce akcí
            textov* marketing* textovk* mms* infor*""",
        "THESE": "to toho tyhle tyto ty tohle",
        "NO": "žádné žádných žádnou žádná žádný",
        "NOTHING": "nic ničeho",
        "MORE": "už víc více dál nikdy další dalších jiz již znovu",
        "WANT": "chci chceme přeji přeju chtěl* přál*",
        "DONTWANT": "nechci nechceme nepřeji nepřeju nechtěl* nestojím ",
        "RECEIVE": "dostávat přijímat odebírat obdržet dostat ",
        "DONT": """nepiš nepište nepiste nepsat nekontaktuj* nekontaktovat neotravuj* neotravovat nespamuj*
            nespamovat neobtěžuj* neobtěžovat nepišt*""",
        "DONTSEND": "neposílej* neposilej* neposílat nezasílej* nezasílat nezasilej* nerozesílej*",
        "ME": "mi mně mě mne nám nás",
        "REMOVE": """vymažte vymaž vymazat smažte smaž smazat odstraňte odstraň odstranit vyřaďte vyřaď vyřadit vyřazení
            vyškrtněte vyškrtni odeberte odeber odebrat vyhoďte výmaz smazání odstranění vyjměte""",
        "NUMBER": "číslo čísla údaje cislo kontakt telefon tel",
        "LIST": "seznam* databáz* databaz* listu evidence systém* rozesíl* skupin*",
        "LEAVE": "odhlásit odhlaste odhlaš odhlášení odhlašuji odhlasuji odregistr* odhlasit odhlás*",
        "WITHDRAW": "odvolávám odvolavam beru odvolat stahuji ruším odvolání zpět",
        "CONSENT": "souhlas* svolení",
        "CANCEL": "zrušte zrušit zruš ruším vypněte vypnout ukončete ukončit zrušení",
        "SUBSCRIPTION": "odběr* odber* registrac* předplatné službu přihlášen*",
        "ORDER": """objednávk* objednavk* rezervac* stůl stolek stolu schůzk* polož* produkt* košík* cibul* dodávk* termín*
            návštěv* jídl* fakturu účtenk* dezert* adres* kód* pizz* omáčk* večeř* osob* netflix posilovn* kurz*""",
        "HOW": "jak kde",
        "IF": "jestli pokud když",
        "INTERESTED": "nezajímá nezajima nezaujal*",
        "WRONG": "špatné špatný omyl chybné",
        "TOO": "moc mnoho hodně",
        "WHY": "proč",
        "WHERE": "odkud kde",
        "TROUBLE": "spam* nahlásím nahlás* podvod* otravuj* blokuj* zablok* policii policie úřad obtěžuj* omyl",
    },
    keeps="""
        DONTWANT se? LEAVE|odhlašovat|přestat|ukončit
        DONTWANT přestat ~1 RECEIVE|SEND
        DONTWANT ~1 MISS
        HAVE ~2 NO
        MORE HAVE
        MORE? ME GETTING
        GETTING ~2 TEXTS
        NOTCALL ~1 pište|piš|napište|pošlete
        DONTWANT ,? aby* ~2 přestal*|skončil*
        nepřestáv*|neodhlašujte|neodhlašuj|neodhlas*|neruš*|nemaž*|neodstraň*
        DONTSEND|nepište to|ten|tu|jen|balík|kód
        konci|konce|konec týdne|měsíce|roku|akce|akcí
        do|na konce|konci
        non stop
        nemůžu ~1 přestat
        seznam* hostů|alergenů
        proč ~1 DONT|nepíš*|neposíl*
        neváhejte ~2
        nezapomeňte ~2
    """,
    asks="""
        jak ~3 odhlásím|odhlásit|zruším|zrušit|odhlasim|ukončím
        můžu|mohu|lze ~2 odhlásit
        když|pokud ~2 stop
        DONT ~2 večer|noci|po|před|dneska
    """,
    leaves="""
        už ~1 nemám ~1 zájem
        nemám ~1 už ~1 zájem
        nepokračujte ~2 SEND|TEXTS|v
        nepoužívejte|nepoužívej ~1 NUMBER
        žádám ~1 o ~1 ukončení|zrušení|výmaz|odhlášení|vymazání|vyřazení|smazání|odstranění
        nemám|nemam zájem o ~2 TEXTS|RECEIVE
        DONTWANT ~3 LIST
        DONTWANT ~4 slyšet
        NOTCALL ~1 MORE
        MORE ~1 ME? NOTCALL
        NOTCALL ~1 DONT
        DONTWANT ~2 RECEIVE
        konec ~1 TEXTS
        DONTWANT ~3 CONTACTED
        nedávám ~1 souhlas
        zrušte|zruš ~1 ME? ~1 zasílání|posílání
        prosím o výmaz
        DONT
        DONTSEND ~2 TEXTS|NOTHING
        DONTSEND ME? ~1 MORE $
        DONTSEND ME? THESE? $
        ME ~1 NOTHING? DONTSEND
        MORE ~1 ME? ~1 NOTHING? DONT|DONTSEND
        DONTWANT ~ TEXTS
        DONTWANT ~1 MORE ~1 RECEIVE|TEXTS|nic|od
        DONTWANT ~1 RECEIVE ~2 MORE|TEXTS|THESE|NOTHING
        DONTWANT ~1 od ~2 TEXTS|nic
        TEXTS ~1 DONTWANT $
        DONTWANT ,? aby* ~2
        MORE NO ~1 TEXTS
        NO MORE ~1 TEXTS
        dejte|dej|dejtemi ~1 ME? ~1 pokoj ~2 TEXTS|s
        nechte|nechejte|nech toho
        vyřaďte|smažte|odstraňte|vymažte|odhlaste|odhlaš|odeberte mě|mne|nás
        REMOVE ~1 mě|mne|nás
        mě|mne ~2 REMOVE
        prosím o ~1 vyřazení|odhlášení|vymazání|zrušení|ukončení|smazání|odstranění
        ^ prosím ~1 zrušit|vymazat|smazat|odstranit|ukončit|vyřadit|zastavit $
        chci|chtěl* ~1 ~2 odhlásit|ukončit|skončit $
        beru ~2 souhlas
        nesouhlasím se|s ~2 SEND|TEXTS
        ^ nesouhlasím $
        zákaz|zakazuji ~2 SEND|TEXTS
        skončete|přestaňte ~1 s
        stop ~1 s? TEXTS
        ^ dost ~1 TEXTS
    """,
    doubts="""
        NOTCALL
        nemám|nemam ~1 zájem|zajem
        ne ~1 díky|děkuji|děkuju|diky|dekuji|dekuju
        ^ ne $
        kdo je|jste|jsi|to
        dejte|dej ~2 pokoj
        nechte|nech ~1 ME
        odkud|kde ~2 NUMBER
        příliš mnoho|často
        moc TEXTS
        neznám|neznam
        táhn*|polib*|jděte|jdi ~1 do|někam
        ^ nechci $
        nechci ~1 to|nic|tohle
        nikdy ~2 nepřihlásil*|neregistroval*|nesouhlasil*
        nezajímá*|nezajima*
    """,
)
