"""German that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

GERMAN = Declining(
    sets={
        "LATER": "später nachher spaeter",
        "PERHAPS": "vielleicht evtl eventuell vllt vlt villeicht vieleicht womöglich",
        "THANKS": "danke dankeschön thx merci",
        "DEAR": "teuer teür kostspielig",
        "SPAN": "woche monat jahr mal wochenende",
        "NEXT": "nächste nächsten nächstes nächster kommende kommenden kommendes",
        "THIS": "diese diesen dieses diesmal",
    },
    when="""jetzt, grad, gerade, im moment, im augenblick, momentan, heute, heut, heute abend, zurzeit, zur zeit, derzeit,
        aktuell, diese woche, diesen monat, dieses jahr, dieses mal, diesmal, vorerst, fürs erste, erstmal, erst mal, morgen,
        dieses wochenende, jetzt gerade, gerade jetzt, im augenblick, so schnell""",
    clear="""
        nicht WHEN
        WHEN nicht
        WHEN leider|eher|lieber nicht
        leider|eher|lieber nicht WHEN
        leider nicht
        noch nicht WHEN?
        kein|keinen interesse|bedarf WHEN
        WHEN kein|keinen interesse|bedarf
        WHEN nicht interessiert
        nicht WHEN interessiert
        WHEN habe|hab ich? kein|keinen interesse|bedarf
        PERHAPS LATER
        PERHAPS ein andermal
        PERHAPS ein anderes|anderer|nächstes mal|tag
        PERHAPS NEXT SPAN
        PERHAPS morgen
        ein andermal
        andermal
        ein ander|anderes|nächstes mal
        lieber LATER
        eher LATER
        LATER PERHAPS
        LATER mal|einmal
        frag|fragt|fragen|erinnert|erinner|erinnere mich? LATER|morgen
        frag|fragt|fragen|erinnert|erinner|erinnere mich? NEXT SPAN
        nein|nee|nö|ne ,? THANKS sehr|schön|vielmals?
        nein|nee|nö|ne ,? lieber|eher nicht
        nein|nee|nö|ne ,? vielen|besten dank
        nein|nee|nö|ne ,? ich? verzichte
        THANKS ,? nein|nee
        THANKS ,? aber? nein|nee ,? THANKS?
        verzichte WHEN
        ich verzichte WHEN?
        viel|etwas|bisschen|mir|uns|leider|einfach? zu DEAR
        so|sehr|ziemlich|ganz|echt DEAR
        preis|preise ist|sind? zu hoch
        zu hoher preis
        kein|keine|wenig geld WHEN?
        habe|hab|hätte kein|keine|wenig|nicht geld WHEN?
        habe|hab WHEN kein|wenig geld
        WHEN kein|wenig geld
        bin WHEN? pleite|blank
        pleite WHEN
        kann|können ich|wir? mir|uns? das|es? WHEN? nicht leisten
        keine|wenig|leider|kaum zeit WHEN?
        leider keine|kaum|wenig zeit WHEN?
        WHEN keine|kaum|wenig zeit
        habe|hab|haben leider? keine|kaum|wenig zeit WHEN?
        habe|hab|haben WHEN leider? keine|kaum|wenig zeit
        habe|hab ich WHEN? leider? keine|kaum|wenig zeit
        passt WHEN? leider|mir|uns|zeitlich? nicht
        passt mir|uns WHEN? nicht
        falscher|schlechter|ungünstiger zeitpunkt
        nicht der richtige zeitpunkt
        ungünstig WHEN
        WHEN ungünstig
        brauche|brauch|will|möchte WHEN nichts
        WHEN brauche|brauch ich? nichts
        keine lust WHEN
        WHEN keine lust
        WHEN keinen hunger|appetit
    """,
    alone="""
        LATER
        später mal
        teuer
        pleite
        nächstes mal
        NEXT SPAN
        keine lust
        ungünstig
        nicht so
        keinen|kein hunger
        bin|im? unterwegs
        im stress
        keinen bock WHEN
        nächste woche vielleicht
    """,
    beside="""
        nein
        nee
        nö
        ne
        leider
        aber
        sorry
        tut mir leid
        schade
        entschuldigung
        danke
        trotzdem
        für das|die|den|euer angebot|nachfrage|info
        fürs angebot|nachfragen
        ist|sind
        ich|wir
        mir|uns
        für mich|uns
        PERHAPS
        LATER
        dann
        mal
        wieder
        erst
        einfach
        etwas
        bisschen
        ein
        das|es|mir
        eher
        lieber
        oh
        ach
        hm
        haha
        hab|habe schon gegessen
        schon gegessen
        bin|sind im|in urlaub
        im urlaub
        in urlaub
        krank
        bin
        bin|im arbeiten|unterwegs|krank
        auf arbeit
        bei der arbeit
        NEXT SPAN
        am? montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
        im? januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|sommer|herbst|winter
        nach dem? ersten|gehalt|weihnachten|urlaub
        busy
    """,
    joins="aber weil denn da bin ich wir habe hab bis sondern",
    asks="""
        kann|können|könnt|könnten|könntet|darf ich|wir|ihr|man|sie
        habt|haben|hat|seid|sind|ist|gibt|macht ihr|sie|es
        was|wo|wer|welche
        ich|wir möchte|möchten|will|wollen|brauche|hätte|hätten|nehme
        schickt|gebt|sagt
        reservieren|bestellen
    """,
)
