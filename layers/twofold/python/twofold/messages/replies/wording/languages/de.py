"""German."""

from twofold.messages.replies.wording.language import Language

GERMAN = Language(
    stop="""stopp, ende, abmelden, abmeldung, abbestellen, abbestellung, austragen, austragung, kündigen, kündigung,
        löschen, löschung, aufhören, schluss, schluß, widerruf, widerrufen, beenden, abbruch, abbrechen, entfernen,
        stoppen, keine sms mehr, keine sms, halt, raus, aus, storno, stornieren, austritt, austreten, abmelde,
        hör auf, hört auf, aufhörn, deaktivieren, abgemeldet, ich kündige, nie wieder, stoppt""",
    firm="stopp abmelden abbestellen austragen aufhören widerruf abmeldung kündigung",
    help="hilfe, infos, hilfe bitte",
    start="wieder anmelden, anmelden, neustart, fortsetzen",
    yes="ja, jawohl, jap, jep, ja bitte, ja gerne, ja gern",
    filler="""bitte, bitte sehr, bitte bitte, danke, danke schön, dankeschön, vielen dank, besten dank, hallo,
        guten tag, guten morgen, guten abend, liebes team, sofort, jetzt, ab sofort, umgehend,
        dringend, endlich, mit freundlichen grüßen, freundliche grüße, viele grüße, liebe grüße,
        mfg, lg, vlg, nochmal, nochmals, ja, nein, leute, moin, servus, doch, doch mal, ganz
        einfach, einfach""",
    sets={
        "MISTYPED": """kündigen löschen abmeldung abbestellen""",
        "SUBSCRIBED": """angemeldet abonniert registriert""",
        "AND": """und oder noch""",
        "CANYOU": """können könnt könnten könntet würden würdet""",
        "OFFERS": """angebote gutscheine aktionen rabatte plätze codes""",
        "AFTERWARDSNOT": """nicht""",
        "TO": """um zum zur an für zu""",
        "REPLY": """antworte antworten antwortet sende senden sms schreibe schreiben schicke""",
        "USE": """benutzt benutzen verwendet verwenden nutzt nutzen""",
        "ASKED": """fordere verlange bat gebeten gesagt""",
        "HAVE": """gibt habt haben hat """,
        "OBJECT": """widerspreche widerspruch einspruch""",
        "WHEN": """wann""",
        "NEED": """brauche benötige""",
        "ORDER": """reservierung bestellung tisch termin buchung suppe dessert vertrag code adresse rechnung nachtisch handyvertrag artikel produkt zwiebeln essen warenkorb personen gäste kind zeitung netflix fitnessstudio """,
        "BETTER": """lieber besser stattdessen""",
        "CONTACTED": """kontaktiert angeschrieben belästigt gestört angerufen zugespammt genervt""",
        "MANY": """sms smse nachrichten werbung spam angebote newsletter mitteilungen""",
        "CALL": """anrufen ruft angerufen""",
        "TYPE": """schreibe schreiben antworte antworten sende senden schicke tippe geschrieben gesendet geschickt geantwortet""",
        "MUST": """muss soll sollte kann wenn""",
        "MISTAKE": """versehentlich versehen irrtümlich ausversehen""",
        "MEANT": """meinte meine meinen""",
        "ENDED": """aufhört aufhören stoppt""",
        "THAT": """dass das""",
        "GETTING": """bekomme kriege erhalte bekommen_wir empfange kommen""",
        "PLEASE": "bitte endlich sofort",
        "CEASE": """stopp stoppen stoppt stoppe aufhören aufhör aufzuhören unterlassen unterlasst unterlass
            einstellen einzustellen beenden beendet beende""",
        "SEND": """schreiben schicken senden zuschicken zusenden zusendung versand schreiberei schickt kontaktieren
            nerven zuzusenden zuspammen belästigen spam spammen schickst simsen texten""",
        "TEXTS": """sms smse smsen nachricht nachrichten msg mitteilungen mitteilung messages werbung werbe-sms
            werbesms newsletter spam benachrichtigungen benachrichtigung angebote texte kontakt infos info
            werbenachrichten werbenachricht zusendungen infosms kram zeug mist scheiß scheiss quatsch gutscheine
            rabatte meldungen post reklame""",
        "THESE": "das dies diese dieses den die es so sowas",
        "NOTHING": "nichts nix",
        "NO": "keine keinen keinerlei kein keiner nie",
        "NOT": "nicht nie niemals nimmer nich ned net",
        "MORE": "mehr weiteren weitere weiter weiterhin länger zukünftig künftig",
        "WANT": "möchte möchten will wollen wünsche wünschen mag wollte will's wills hätte",
        "RECEIVE": "bekommen erhalten kriegen empfangen bekomme erhalte",
        "CAME": "gekriegt angekommen da gesehen gekommen",
        "MISS": """verpassen versäumen warten suchen löschen öffnen zeigen""",
        "ME": "mich uns",
        "REMOVE": """löschen löscht lösche lösch streichen streicht streiche entfernen entfernt entferne nehmen nehmt
            nimm tragt austragen gelöscht streich rausnehmen löschung gestrichen entfern schmeißt werft holt""",
        "NUMBER": "nummer handynummer telefonnummer daten rufnummer kontakt handynr nr mobilnummer",
        "LIST": "liste verteiler datenbank verteilerliste kartei system listen kontakten newsletter mailingliste",
        "LEAVE": """abmelden abzumelden abgemeldet austragen auszutragen abbestellen abzubestellen ausgetragen
            abbestelle deabonnieren deabonnier abmeldung ausgestiegen aussteigen""",
        "WITHDRAW": "widerrufe widerrufen widerruf entziehe ziehe nehme zurückziehen widerspreche wiederrufe widerruft",
        "CONSENT": """einwilligung zustimmung einverständnis erlaubnis genehmigung nutzung zusendung einwilligungen
            verwendung datenverarbeitung verarbeitung speicherung""",
        "CANCEL": "kündige kündigen kündigt storniere beende beenden stornieren beendet stoppt",
        "SUBSCRIPTION": "abo abonnement newsletter abos anmeldung mitgliedschaft",
        "ENOUGH": "genug schluss schluß",
        "INTERESTED": "interesse interessiert interessieren",
        "HOW": "wie wo kann warum wann",
        "TIME": "nach vor nachts abends während heute jetzt morgens sonntags sonntag gerade morgen",
    },
    demands="""
        könnt|können ihr|sie ~1 nicht ~1 aufhören
        wenn ~3 nicht ~1 LEAVE|löschen|löscht|aufhör*
        will|möchte ~1 nicht ,? dass ~ SEND|schreibt|schickt|kontaktiert|sendet
        habt|haben ~1 keine CONSENT
        warum|wieso|wann hört ihr ~2 auf
        wenn ihr|sie nicht aufhört|aufhören
    """,
    keeps="""
        zöger* ~1 nicht ~4
        nehmt|streicht|holt|nehmen sie? mich|uns nicht
        stoppt|stoppen|kündigt|beendet ~ nicht $
        sendet|schickt|schreibt ihr ~2 keine|nicht|nichts
        mich|uns ~1 in|auf ~1 LIST
        melden uns|mich ~1 ab ~1 uhr
        kriege|bekomme|erhalte ~2 keine
        stop|stopp ~1 ich meinte
        meine ~2 nicht löschen
        kann|konnte nicht ~1 aufhören
        nicht ~1 aufhören|abmelden|austragen|abbestellen|löschen|stoppen
        hört|hör ~2 nicht auf
        meldet|melde|tragt mich ~1 nicht ab|aus
        hört|hör|hören sich
        non stop
        hält|bus|welcher|nächster|nächste stopp|stop|ende
        stoppt|stoppen der|ihr|bus
        hab|habe|haben|wurde|kam|kamen|noch ~1 keine|keinen|kein ~2 TEXTS|code ~1 CAME|bekommen|erhalten
        keine|keinen|kein TEXTS|code CAME
        keine TEXTS verpassen
        reservierung|bestellung|tisch|termin|buchung|artikel|produkt|tische|essen|zwiebeln ~ stornieren|abbestellen|abbrechen|beenden|löschen|löscht|kündigen|absagen
        storniere|stornieren|lösche|löschen|abbestellen|streichen|beenden ~ reservierung|bestellung|tisch|termin|buchung|artikel|produkt|zwiebeln
        ende des|der|oktober|november|dezember|januar|monat|woche
        vergesst|vergiss|vergessen nicht ~1 zu?
        nicht vergessen
        warum schreibt|schickt ihr ~1 nicht
        ihr schreibt|schickt
        bekomme|bekam|erhalte keine TEXTS
        schreibt|schickt|sendet ihr
        hab|habe|haben|seit|lange|schon ~3 nichts|nix|keine|nicht ~1 mehr? bekommen|erhalten|gehört|von|angekommen
        mich ~1 für ~2 abmelden|abzumelden
    """,
    asks="""
        wie|wo|kann ~2 abmelden|abbestellen|austragen|stoppen|kündigen|löschen
        wie ~2 melde|bestelle|trage ~ ab|aus
        wie ~ los|runter|raus
        kann man|ich ~2 abmelden|abbestellen|austragen|kündigen
        wenn ich ~2 stop|stopp|abmelde
        was passiert ~ stop|stopp
    """,
    leaves="""
        robinson liste
        unterlassen|unterlasst sie? es
        aus|von|vom ~2 LIST ~1 REMOVE
        CANYOU ~ mich ~ löschen|streichen|entfernen
        mich abmelden|austragen|löschen|abzumelden
        kein|keinen bedarf ~2 TEXTS
        keine lust ~ TEXTS
        weder ~2 noch SEND
        kein interesse mehr
        kein ~1 interesse mehr
        nicht mehr ~1 interessiert
        macht ~1 nicht weiter
        verzichte ~1 auf ~2 TEXTS
        robinsonliste
        REMOVE ~1 nach|laut dsgvo
        benutzt|nutzt|verwendet ~1 meine|diese NUMBER ~1 nicht
        schluss|genug|basta ~1 mit|damit
        ^ stoppt|stoppen ~1 TEXTS|das|es $
        melde|meldet|melden ~1 mich ~ ab $
        verschonen|verschont|verschone sie? mich|uns
        ich steige ~1 aus
        brauche|will|möchte|mag ~2 TEXTS ~1 nicht
        TEXTS will|möchte|brauche ich ~2 nicht
        löschen|löscht|lösch sie? mich ~ LIST
        löscht|lösche|lösch mich
        löschen sie mich
        will|möchte ~1 nicht ~2 CONTACTED
        hört|hör|höret|hören|hörst ~2 auf ,? ~1 mit|mir|SEND|zu
        hört|hör|hören ~2 auf ,? mich|uns zu
        ^ hört|hör|hören sie? ~1 auf $
        hört|hör|hören ~2 auf $
        aufhören|aufhör ~1 mit|mir
        mit ~2 TEXTS ~1 aufhören
        NOT mehr|weiter ~1 an|bei? ~2 SEND|kontaktieren|anschreiben|belästigen|stören|anrufen
        schreib|schreibt|schreiben|schickt|schick|schicken|sendet|senden|sende|kontaktieren|kontaktiert|kontaktier|belästigt|belästigen|nervt|stört|textet|simst|spammt|ruft sie? ~3 nicht|nie|keine|nix|nichts|kein ~2 mehr|wieder|weitere|weiteren|TEXTS
        schreib|schreibt|schreiben|kontaktieren|kontaktiert|belästigt sie? mir|mich|uns ~1 nicht|nie|nix|nichts
        schickt|schick|sendet|schicken|senden sie? mir|uns ~1 nichts|nix
        schickt|schick|sendet|schicken|senden sie? mir|uns ~1 nicht $
        NOT ~1 schreiben|schreibt|kontaktieren|anschreiben|belästigen|zuspammen $
        lasst|lass|laßt|lassen ~1 mich|uns ~1 in ~1 ruhe ~1 mit
        lasst|lass das|es ~1 mit ~2 TEXTS
        lasst|lass|lassen ~1 das|es bleiben|sein
        keine|nie|niemals|nicht wieder|mehr|weitere|weiteren ~1 TEXTS
        keine|kein ~2 TEXTS mehr|bitte|senden|schicken|schreiben|zusenden|zukommen|wünschen|erwünscht|gewünscht
        bitte ~1 keine|keinerlei ~1 TEXTS
        will|möchte|wünsche|brauche|wollen|möchten ~3 NO ~2 TEXTS
        will|möchte|wünsche|wollen|möchten ~3 nicht|nichts|nix ~1 mehr|länger ~3 RECEIVE|SEND|hören|lesen
        will|möchte|wollen|möchten nichts|nix|nicht ~1 von euch|ihnen|dir
        will|möchte ~2 TEXTS ~2 nicht ~1 mehr|RECEIVE|haben
        nichts|nix mehr ~1 SEND
        will|möchte ~1 nichts|nix mehr ~2 hören|bekommen|von|erhalten|lesen
        nehmt|nehmen|nimm|streicht|streichen|streich|holt|schmeißt|werft sie? mich|uns|meine ~1 NUMBER? ~1 aus|von|vom ~2 LIST
        nehmt|nehmen|nimm|streicht|streichen|streich|holt|schmeißt|werft sie? mich ~2 raus|aus|runter
        mich ~3 LIST ~1 REMOVE
        meldet|melden|melde|meld|bestellt|trag|tragt|tragen|trage sie? mich|uns|meine|ich ~2 ab|aus $
        meldet|melden|tragt|tragen sie? mich ~1 ab|aus
        melde mich ~1 ab $
        ich ~1 bestelle ~3 ab $
        will|möchte ~2 raus|aussteigen|austreten|kündigen
        stellt|stellen|stell ~3 TEXTS ~1 ein
        stellt|stellen|stell ~1 das ein
        TEXTS ~1 einstellen|stoppen|abstellen|abbestellen|abschalten|kündigen|beenden
        REMOVE ~1 meine|diese|die|unsere ~1 NUMBER
        meine|diese ~1 NUMBER ~3 REMOVE
        ^ bitte ~1 löschen|entfernen|kündigen|stoppen|beenden|streichen|rausnehmen $
        WITHDRAW ~ CONSENT
        nicht ~2 einverstanden ~1 mit ~5 TEXTS|RECEIVE|SEND
        mit ~3 TEXTS|SEND ~1 nicht ~1 einverstanden
        nie|nicht ~1 zugestimmt ~ LEAVE
        unterlassen|unterlasst|unterlass sie? ~2 SEND|TEXTS|das|dies|weitere
    """,
    doubts="""
        nicht ~1 einverstanden
        kein|keinerlei|null|nicht ~2 INTERESTED
        nein ~1 danke
        ^ nein|nee|nö $
        falsche|falscher|verkehrte|verwählt ~1 NUMBER|verbunden
        lass|lasst|lassen ~1 mich|uns ~1 ruhe|frieden
        wer ist|sind|bist da|das|dies|du|sie|ihr
        woher ~3 NUMBER
        warum|wieso|weshalb ~2 bekomme|kriege|erhalte|schreibt|schickt
        zu viele|oft|viel TEXTS
        nervt|nervig|nerven|belästigung|unverschämt|anwalt|anzeige|anzeigen|blockiert|blockiere|blockieren|melde|polizei
        verpiss|verpisst|fick|hau|haut ~1 ab|dich|euch
        will|möchte ~1 das|es|die nicht
        ich ~1 kenne|kenn ~1 nicht
        nie|nicht ~1 angemeldet|bestellt|zugestimmt|registriert
        genug|reicht|schluss
        brauche ich nicht
        nicht mehr ~1 interessiert
        nicht stören
    """,
)
