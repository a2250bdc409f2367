"""Dutch that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

DUTCH = Declining(
    sets={
        "THANKS": "bedankt dank dankje dankjewel dankuwel thx merci dankjulliewel",
        "PERHAPS": "misschien mischien wellicht",
        "DEAR": "duur prijzig dure kostbaar",
        "NEXT": "volgende komende",
        "SPAN": "week maand jaar keer weekend",
    },
    when="""nu, vandaag, op dit moment, op het moment, momenteel, even, voorlopig, deze keer, dit keer, deze week, deze maand,
        vanavond, vanmiddag, dit weekend, dit jaar, morgen, voor nu, net nu, nu even, nog, nu nog""",
    clear="""
        niet WHEN
        WHEN niet
        WHEN liever|helaas|even|maar niet
        liever|helaas niet WHEN?
        geen interesse|belangstelling|behoefte WHEN
        WHEN geen interesse|belangstelling|behoefte
        niet geïnteresseerd WHEN
        WHEN niet geïnteresseerd
        PERHAPS later
        PERHAPS een andere|volgende keer
        PERHAPS NEXT SPAN
        PERHAPS morgen
        een andere|volgende keer
        een ander keertje
        andere keer
        ander keertje
        later PERHAPS
        liever later
        later een keer
        vraag|herinner me|mij|het? later|morgen
        vraag|herinner me|mij|het? NEXT SPAN
        nee ,? THANKS je|u|wel|hoor|hartelijk?
        nee ,? dank je|u wel
        nee ,? hartelijk THANKS
        nee ,? maar THANKS
        nee ,? liever|even niet
        nee hoor ,? THANKS
        THANKS ,? maar? nee ,? THANKS?
        THANKS ,? maar niet WHEN
        ik pas WHEN|even|hiervoor?
        ik sla|sla WHEN|deze|even|een? over
        sla deze keer over
        veel|iets|beetje|wat|echt|me|ons? te DEAR
        veel|iets|een|wat beetje? te DEAR
        te DEAR voor mij|me|ons
        best|erg|heel|nogal|zo DEAR
        prijs|prijzen is|zijn? te hoog
        geen|weinig geld WHEN?
        heb WHEN? geen|weinig geld WHEN?
        WHEN geen|weinig geld
        kan|kunnen ik|we? het|dit? WHEN? niet betalen
        blut WHEN
        geen|weinig|nauwelijks|helaas tijd WHEN?
        helaas geen tijd WHEN?
        WHEN geen|weinig tijd
        heb|hebben WHEN? geen|weinig tijd WHEN?
        heb ik? WHEN? helaas? geen|weinig tijd
        te druk WHEN?
        het? is WHEN? te druk
        heb|hebben het WHEN? te? druk WHEN?
        druk WHEN
        komt WHEN? even? niet uit
        komt me|mij|ons WHEN? niet uit
        slecht|verkeerd moment
        niet het juiste|goede moment
        WHEN niets|niks nodig
        niets|niks nodig WHEN
        heb WHEN niets|niks nodig
        hoef WHEN niet|niets|niks
        geen zin WHEN
        WHEN geen zin
        geen trek|honger WHEN
    """,
    alone="""
        later
        later maar
        duur
        druk
        nog niet
        geen zin
        volgende keer
        NEXT SPAN
        blut
        geen trek
        morgen PERHAPS
        ik denk erover
    """,
    beside="""
        nee
        neen
        maar
        helaas
        sorry
        jammer
        excuses
        PERHAPS
        later
        voor het aanbod|bericht
        voor de aanbieding|tip|uitnodiging
        voor mij|me|ons
        het
        is
        een beetje
        beetje
        wel
        toch
        ik
        dan
        eerst
        weer
        NEXT SPAN
        oh
        ah
        haha
        ben
        op vakantie
        op werk|het
        aan het werk
        ziek
        al gegeten
        heb al gegeten
        op? maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
        in? januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
        na de feestdagen|vakantie
        na mijn salaris
    """,
    joins="maar want omdat ik ben heb tot we",
    asks="""
        kan|kunnen|kunt|mag ik|we|jullie|u
        hebben|zijn|is|heeft jullie|er|het
        wat|waar|wie|welke|hoe|wanneer
        ik|we wil|willen|wou|neem
        stuur|geef|zeg
        reserveren|bestellen
    """,
)
