"""French that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

FRENCH = Declining(
    sets={
        "PERHAPS": "peut-être peut peutêtre ptet",
        "THANKS": "merci mrc mci mercii",
        "DEAR": "cher chère chers chères onéreux couteux",
        "NEXT": "prochaine prochain prochaines",
        "SPAN": "semaine mois année fois week-end",
        "NOT": "pas",
    },
    when="""maintenant, aujourd hui, pour l instant, pour le moment, en ce moment, ce soir, cette fois, cette fois ci,
        cette semaine, ce mois, ce mois ci, cette année, actuellement, dans l immédiat, tout de suite, demain, ce week end,
        là maintenant, encore, pour linstant""",
    clear="""
        pas WHEN
        non ,? pas WHEN
        WHEN non
        WHEN pas
        plutôt pas WHEN
        pas intéressé|intéressée|interesse WHEN
        WHEN pas intéressé|intéressée
        je ne? suis? pas intéressé|intéressée|interesse WHEN
        je suis pas intéressé|intéressée WHEN
        ça|cela|ca ne? m intéresse pas WHEN
        peut être plus tard
        peut être une autre|prochaine fois
        peut être un autre jour|moment
        peut être la semaine prochaine
        peut être le mois prochain
        peut être demain
        plus tard peut être
        une autre|prochaine fois
        un autre jour
        une fois prochaine
        la prochaine fois
        ce sera pour plus tard
        ce sera pour une autre|prochaine fois
        rappelez|redemandez|relancez moi plus tard
        plutôt plus tard
        non ,? THANKS beaucoup|bien?
        non ,? THANKS quand même
        THANKS ,? mais non ,? THANKS?
        THANKS ,? non
        non ,? mais THANKS
        THANKS ,? mais pas WHEN
        sans façon
        je passe WHEN
        je passe mon tour
        je passe cette fois
        je passe THANKS
        je vais passer mon? tour?
        je décline
        c est bien|beaucoup|vraiment? trop DEAR
        bien|beaucoup|vraiment? trop DEAR
        un peu trop? DEAR
        trop DEAR pour moi|nous
        un peu DEAR
        très|super|vraiment|assez DEAR
        prix trop élevé|élevés|haut
        hors budget
        pas dans mon|notre? budget
        pas le|de budget WHEN?
        pas d argent WHEN?
        pas les moyens WHEN?
        j ai pas|plus d argent WHEN?
        je n ai pas|plus d argent WHEN?
        je n ai pas les moyens WHEN?
        j ai pas les moyens WHEN?
        pas de sous|fric WHEN?
        pas le|de|trop temps WHEN?
        pas assez|trop de|le temps WHEN?
        je n ai pas|plus le|de? temps WHEN?
        j ai pas|plus le|de? temps WHEN?
        je n ai malheureusement pas le temps WHEN?
        manque de temps
        par manque de temps
        pas le bon? moment
        ce n est pas le bon? moment
        c est pas le bon? moment
        mauvais moment
        pas besoin WHEN
        pas envie WHEN
        je n ai pas|plus besoin WHEN
        pas dispo|disponible WHEN
        pas disponible WHEN
        je suis trop? occupé|occupée|débordé|débordée WHEN?
        trop occupé|occupée
    """,
    alone="""
        plus tard
        plus tard THANKS
        après
        DEAR
        occupé
        occupée
        pas encore
        pas envie
        la semaine prochaine
        le mois prochain
        demain peut être
        on verra plus tard
        on verra
        je verrai plus tard
    """,
    beside="""
        non
        mais
        désolé
        désolée
        désolés
        dommage
        malheureusement
        pardon
        peut être
        plus tard
        pour l|cette offre|proposition|info
        de l|la|votre offre|proposition
        pour moi|nous
        c est
        quand même
        à bientôt
        la semaine prochaine
        le mois prochain
        une prochaine fois
        plutôt
        je
        j ai
        ah
        oh
        euh
        bon
        lol
        déjà mangé
        j ai déjà mangé
        en vacances
        au travail
        malade
        je suis
        lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
        en? janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
        à cause de|du
        jusqu à
        après les? fêtes|vacances|paie
    """,
    joins="mais car parce que je j suis puisque",
    asks="""
        pouvez|puis|peut vous|je|on
        avez|êtes|est vous|il|ce
        est ce
        où|quel|quelle|quels|qui|combien|comment|quand
        je|on voudrais|voudrait|veux|veut|prends|souhaite|aimerais
        envoyez|donnez|dites
        réserver|commander
        c est qui
    """,
)
