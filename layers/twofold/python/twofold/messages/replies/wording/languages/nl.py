"""Dutch."""

from twofold.messages.replies.wording.language import Language

DUTCH = Language(
    stop="""stoppen, stopt, stopzetten, afmelden, afmelding, uitschrijven, uitschrijving, einde, annuleren, annuleer, beëindigen, beëindig, opzeggen, verwijderen, verwijder, verwijder mij, verwijder me, ophouden, hou op, houd op, intrekken, afmeld, schrijf me uit, schrijf mij uit, meld me af, meld mij af, genoeg, stop ermee, stop hiermee, geen sms, geen sms meer, geen berichten, wissen, schrappen, ik stop, halt, nooit meer, uit, eraf, haal me eraf, kappen, stopp, weg ermee, opheffen""",
    firm="stoppen afmelden uitschrijven ophouden opzeggen uitschrijving afmelding stopzetten",
    help="hulp, informatie, help mij, help me",
    start="hervatten, hervat, opnieuw aanmelden, weer aanmelden",
    yes="ja, jazeker, ja graag, ja hoor, akkoord ja",
    filler="""alstublieft, alsjeblieft, aub, a.u.b., svp, graag, bedankt, dank u, dank je, dank u wel, dank je
        wel, dankjewel, dankuwel, hallo, hoi, goedendag, goedemorgen, goedenavond, nu, meteen,
        direct, onmiddellijk, ja, nee, groet, groeten, met vriendelijke groet, mvg, vriendelijke
        groet, gewoon, eens, nou, even, dankje, hoor, per direct, ok""",
    sets={
        "MISTYPED": """opzeggen uitschrijven""",
        "SUBSCRIBED": """ingeschreven aangemeld geabonneerd""",
        "CANYOU": """kunnen kunt willen wilt""",
        "OFFERS": """aanbiedingen acties plek""",
        "AFTERWARDSNOT": """niet""",
        "TO": """om naar voor""",
        "REPLY": """antwoord sms stuur""",
        "USE": """gebruik gebruiken""",
        "NOT": """niet""",
        "BETTER": """liever beter""",
        "CONTACTED": """gecontacteerd benaderd lastiggevallen gestoord""",
        "MANY": """berichten sms smsjes reclame spam aanbiedingen sms-berichten""",
        "CALL": """bel bellen belt""",
        "TYPE": """stuur sturen antwoord typ sms gestuurd gestuurt getypt""",
        "MUST": """moet als kan wat""",
        "MISTAKE": """ongeluk vergissing""",
        "MEANT": """bedoel bedoelde""",
        "ENDED": """stoppen stopt ophouden""",
        "THAT": """dat""",
        "GETTING": """krijg ontvang krijgen""",
        "PLEASE": "alstublieft alsjeblieft aub graag gelieve svp gewoon nu",
        "CEASE": "stoppen stopt ophouden hou houd houden kap kappen staak",
        "SEND": """sturen schrijven appen smsen versturen zenden contacteren contact lastigvallen lastig spammen bellen storen
            gestuur toesturen toezenden benaderen mailen smssen sms'en stalken""",
        "TEXTS": """bericht* sms* reclame* aanbieding* spam notificatie* melding* nieuwsbrief* mailtjes promoties acties
            appjes apps advertenties mms onzin""",
        "THESE": "dit deze die dat hiermee ermee",
        "NOTHING": "niets niks",
        "NO": "geen",
        "MORE": "meer verder verdere langer weer ooit nog voortaan",
        "WANT": "wil willen wens wensen hoef hoeven wenst zou verzoek wou",
        "RECEIVE": "ontvangen krijgen ",
        "ME": "me mij ons",
        "REMOVE": """verwijder verwijderen verwijdert haal halen schrap schrappen wis wissen gooi verwijderd wist
            uitschrijf""",
        "NUMBER": "nummer* gegevens telefoonnummer mobiel gsm-nummer gsmnummer contactgegevens 06-nummer",
        "LIST": "lijst* bestand* database systeem mailinglijst verzendlijst",
        "LEAVE": "afmelden afmelding uitschrijven uitschrijving uitgeschreven afgemeld uitteschrijven",
        "WITHDRAW": "trek intrekken herroep ingetrokken herroepen weiger",
        "CONSENT": "toestemming ",
        "CANCEL": "opzeggen annuleer annuleren beëindig beëindigen stopzetten zeg stopgezet",
        "SUBSCRIPTION": "abonnement inschrijving aanmelding dienst lidmaatschap",
        "ORDER": """bestelling* reservering* afspraak tafel* artikel* product* levering ui uien gerecht bezoek winkelmand* code adres toetje saus bon pizza rekening bestek eten vanavond morgen diner personen krant sportschool netflix feest""",
        "ENOUGH": "genoeg",
        "MISS": "missen vergeten kwijt",
        "HOW": "hoe waar",
        "IF": "als wanneer kan",
        "WRONG": "verkeerd verkeerde fout foutief",
        "TOO": "veel vaak",
        "WHY": "waarom",
        "TROUBLE": """spam* rapporteer* aangifte politie blokk* geblok* irritant* lastig stalk* oplichting scam
            ongewenst* advocaat acm klacht zat beu""",
    },
    keeps="""
        weken|maanden|lang|tijdje ~2 niets|niks|geen ~1 meer? ontvangen|gekregen|gehoord
        jullie sturen|schrijven
        sturen|stuurt|schrijven jullie ~1 geen|niets|niet
        zeg ~3 niet op
        stop niet met
        sturen|stuurt|schrijven jullie
        heb|hebben ~4 niets|niks|geen ~1 meer? ontvangen|gekregen|gehoord
        afmelden voor ~2
        wanneer ~2 stopt|stoppen
        krijg|ontvang ~2 geen
        bel|bellen me|mij? niet
        stuur ~1 code|bestelling|het|ze ~1 niet
        nog geen TEXTS
        schrijf me in
        schrijf|meld|haal|verwijder me|mij|ons ~1 niet ~1 uit|af|eraf|van
        niet ~1 stoppen|uitschrijven|afmelden|ophouden
        kan niet ~1 stoppen
        stopt de|het|die|jullie|bus|trein
        gestopt met
        heb|hebben|nog|is|kreeg|had ~1 geen ~2 TEXTS ~1 ontvangen|gekregen|binnen|gehad|gezien
        geen TEXTS gekregen|binnen|ontvangen
        einde van
        heb|hebben|is|zijn|krijg ~1 geen ~1 bericht*|sms ~1 meer|gekregen|ontvangen|binnen
        hebben|zijn|is ~1 geen ~1 OFFERS
        wil geen ~1 TEXTS missen
        waarom ~2 niet|geen
        twijfel niet
        bushalte
        non stop
    """,
    asks="""
        hoe ~3 afmelden|uitschrijven|stoppen|opzeggen|af|uit
        kan ik ~2 afmelden|uitschrijven|opzeggen
        als ik ~2 stop
    """,
    leaves="""
        uit ~2 LIST ~1 te? REMOVE
        me|mij ~1 afmelden|uitschrijven|verwijderen
        geen behoefte ~2 TEXTS
        niet bellen ~2 niet ~1 SEND|sms
        niet meer ~1 geïnteresseerd
        geen interesse ~1 meer
        ga niet ~1 door met
        maak ~1 bezwaar
        verzoek ~3 REMOVE|stoppen|uitschrijven
        geen sms jes
        niet akkoord met ~5 TEXTS|RECEIVE
        WANT ~2 niet ~1 meer ~1 CONTACTED
        ik zeg op
        niet sturen|berichten $
        geen contact ~1 meer
        wil dit|deze ~1 niet meer
        bel ~2 sms|app ~1 me|mij? niet
        WANT ~1 niet dat ~3 SEND|TEXTS|sms
        hou|houd|houden|kap|kappen ~2 op|mee|ermee ~1 met ~3 SEND|TEXTS|dit|deze
        hou|houd ~1 op $
        stop ~1 met ~3 SEND|TEXTS|dit|deze|die
        ^ stop ermee|hiermee|met
        schrijf|app|sms me|mij|ons ~1 niet|nooit|niets|niks
        stuur|sturen|stuurt|zend me|mij|ons ~1 niets|niks|nooit
        stuur|sturen|stuurt|zend me|mij|ons ~1 geen ~2 TEXTS
        stuur|sturen|stuurt|zend|schrijf|schrijven ~1 geen|niets|niks|niet|nooit ~2 meer|TEXTS
        niet|nooit|niets|niks meer|weer ~2 SEND|TEXTS|sturen|schrijven|contacteren|benaderen|bellen|ontvangen|lastig
        niet ~1 contacteren|lastigvallen|storen|smsen|schrijven $
        val|vallen me|mij|ons ~1 niet ~1 lastig
        contacteer|bel|benader|stoor me|mij|ons niet
        neem|nemen ~3 geen ~1 contact
        geen ~2 TEXTS ~1 meer|aub|graag|a|svp|alstublieft
        WANT ~ geen ~2 TEXTS
        WANT ~ niet|niets ~1 meer ~2 RECEIVE|horen|SEND|van
        WANT ~ deze|die|dit ~1 TEXTS ~1 niet ~1 RECEIVE|meer
        haal|halen ~3 LIST
        haal|halen me|mij|ons ~1 eraf|weg|eruit|af|van
        mij|me ~1 van ~3 LIST
        schrijf|schrijft|schrijven me|mij|ons|deze|dit ~2 uit
        meld|meldt|melden me|mij|ons ~2 af
        trek ~3 toestemming
        laat|laten me|mij|ons ~1 met rust ~1 met
        zeg ~2 SUBSCRIPTION ~1 op
        ^ graag|gelieve ~2 stoppen|verwijderen|uitschrijven|afmelden|annuleren $
        gelieve ~2 REMOVE
        REMOVE mij|me $
        REMOVE mij|me uit|van|aub|onmiddellijk
        wil|willen ~1 eraf|eruit|stoppen|weg $
        ^ genoeg ~1 TEXTS
        geen toestemming
        beu|zat ~2 TEXTS ~ stop
    """,
    doubts="""
        niet akkoord
        geen|niet ~1 interesse|geïnteresseerd|belangstelling
        nee ~1 bedankt|dank|dankje|dankjewel
        ^ nee $
        wie is|ben|bent|zijn
        hoe|waar ~5 NUMBER
        te veel|vaak
        laat|laten me|mij|ons ~1 met rust
        rot op
        ken je|u|jullie niet
        nooit|niet ~1 aangemeld|ingeschreven|gevraagd
        wil ~1 dit|deze ~1 niet
        ^ genoeg
        waarom krijg
        donder|flikker|sodemieter ~1 op
    """,
)
