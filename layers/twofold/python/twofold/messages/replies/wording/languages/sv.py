"""Swedish, with what Danish and Norwegian share with it."""

from twofold.messages.replies.wording.language import Language

SWEDISH = Language(
    stop="""stopp, stoppa, avsluta, avregistrera, avregistrera mig, avprenumerera, avbryt, sluta, säg upp, ta bort,
        ta bort mig, avanmäl, avanmäla, avanmälan, avbeställ, radera, avslut, upphör, afmeld, afmeld mig, avmeld, slutt,
        avslutt, meld meg av, inga fler sms, inga sms, det räcker, stop det""",
    firm="stopp stoppa sluta avregistrera avprenumerera avsluta avanmäl afmeld avmeld",
    help="hjälp, hjælp, hjelp, information",
    start="återuppta, börja igen, starta, starta igen",
    yes="ja, japp, ja tack, jag godkänner",
    filler="""tack, snälla, tack så mycket, hej, nu, genast, omedelbart, vänligen, mvh, hälsningar, med vänlig
        hälsning, nej, ja, bara, tusen takk, takk, tak, mig, meg, nu tack""",
    sets={
        "CANYOU": """kan""",
        "AFTERWARDSNOT": """inte""",
        "TO": """för till""",
        "REPLY": """svara skicka sms""",
        "MISS": """missa förlora""",
        "MEANT": """menade""",
        "CALL": """ring ringa""",
        "MISTAKE": """misstag""",
        "MANY": """sms meddelanden reklam utskick""",
        "GETTING": """får fick""",
        "PLEASE": "snälla vänligen tack",
        "CEASE": "stopp stoppa sluta avsluta slut upphör slutt hold",
        "SEND": "skicka sända messa smsa skriva spamma kontakta ringa störa sende skrive textande utskick messande",
        "TEXTS": """sms* meddelande* reklam* erbjudande* spam* notiser utskick* mess besked* beskjeder tekster
            nyhetsbrev*""",
        "NO": "inga inget ingen ingen",
        "NOT": "inte ej aldrig ikke",
        "MORE": "mer fler mera längre flere mere igen",
        "WANT": "vill önskar behöver vil ønsker",
        "RECEIVE": "få ha ta motta modtage se",
        "REMOVE": "radera stryk fjern slett slet",
        "ORDER": "bokning* beställning* bord* order* tid produkt* vara",
        "LIST": "lista* listan register* registret databas* utskickslist* liste*",
        "LEAVE": "avregistrer* avprenumerer* avanmäl* afmeld* avmeld* avregistrering",
        "WITHDRAW": "återkallar återkalla drar återtar trækker trekker",
        "CONSENT": "samtycke* medgivande* godkännande",
        "HOW": "hur hvordan",
        "WRONG": "fel forkert",
        "TROUBLE": "spam* anmäl* blocker* trakasser* polisanmäl*",
    },
    keeps="""
        avregistrera|avprenumerera mig inte
        vill inte missa
        sluta inte
        avregistrera inte
        fick|fått|har ~1 inget|inga ~1 TEXTS
        slutet av
        ta inte bort
    """,
    asks="hur ~3 avregistrer*|slut*|stopp*|avslut*",
    leaves="""
        skicka|skriv|messa|smsa|kontakta|ring|stör|send ~2 inte|inga|inget|aldrig|ikke ~3 TEXTS|mer|fler|igen|längre
        skriv|messa|smsa|kontakta|stör ~1 mig|oss? ~1 inte|aldrig
        inte|aldrig ~1 skicka|kontakta|messa|smsa|skriva
        inga|ingen|inget ~1 fler|mer ~1 TEXTS
        vill inte ~1 ha|få|ta ~4 TEXTS|mer|fler
        vill ~1 inga ~2 TEXTS
        vill|önskar ~1 inte ~3 TEXTS
        ta|plocka|fjern|slett|slet ~1 bort? mig|oss|mitt|min|mit ~3 LIST|nummer*|number
        ta bort mig|mitt|nummer*
        bort ~1 mig|mitt ~2 LIST
        vill ~2 avregistrer*|avsluta|bort $
        lämna|låt mig ~1 ifred|vara ~1 TEXTS|med
    """,
    doubts="""
        inte ~1 intresserad*
        nej tack|tak|takk
        ^ nej|nei $
        fel nummer
        vem är|fan
        lämna|låt mig ~1 ifred|vara
        hur ~2 nummer
        för många|mycket
    """,
)
