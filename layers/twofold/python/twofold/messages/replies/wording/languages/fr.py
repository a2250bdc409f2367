"""French."""

from twofold.messages.replies.wording.language import Language

FRENCH = Language(
    stop="""arrêt, arrêter, arrêtez, arrête, désabonner, désabonnement, se désabonner, me désabonner, désabonnez-moi, désinscription, désinscrire, me désinscrire, se désinscrire, désinscrivez-moi, annuler, annulez, résilier, résiliation, résiliez, fin, supprimer, supprimez, retirer, retirez-moi, terminer, cesser, cessez, quitter, effacer, stoppez, stop pub, stop sms, stop au, plus de sms, plus rien, ça suffit, révoquer, enlevez-moi, je me désabonne, refus, refuser, je refuse, stopper, désactiver, arret sms, sortir, arretez ca, désabonne-moi, c est fini, je m'oppose, j'arrête, stop opposition""",
    firm="arrêtez arrêter désabonner désabonnement désinscription désinscrire arrête résilier cessez résiliation stoppez",
    help="aide, aidez-moi, infos, à l'aide, besoin d'aide",
    start="reprendre, réactiver, réabonner, me réabonner",
    yes="oui, ouais, oui oui, j'accepte, je confirme, ok oui, bien sûr, ui",
    filler="""s'il vous plaît, s'il te plaît, svp, stp, merci, merci beaucoup, merci bien, merci d'avance,
        bonjour, bonsoir, salut, cordialement, bien cordialement, maintenant, tout de suite,
        immédiatement, oui, madame, monsieur, messieurs, vite, enfin, bonne journée, cdt, urgent,
        définitivement, je vous prie, de suite, ok, non mais, allez""",
    sets={
        "MISTYPED": """arreter résilier désinscription désabonner désabonnement""",
        "SUBSCRIBED": """abonné abonnée inscrit inscrite""",
        "ALLOW": """autorise""",
        "AND": """ni et ou""",
        "CANYOU": """pouvez pourriez peux pourrait""",
        "OFFERS": """offres promos places promotions""",
        "CONTINUE": """continuez continuer""",
        "TO": """pour au afin""",
        "REPLY": """répondez réponds répondre envoyez envoyer tapez""",
        "USE": """utilisez utilise utiliser""",
        "ASKED": """demandé demande exige""",
        "OBJECT": """oppose opposition""",
        "WHEN": """quand heure""",
        "BETTER": """mieux plutôt préfère""",
        "CONTACTED": """contacté contactée contactés dérangé dérangée sollicité sollicitée importuné harcelé""",
        "MANY": """messages sms pub pubs publicité spam textos""",
        "CALL": """appelez appelle appeler téléphonez téléphoner""",
        "TYPE": """réponds répondre envoie envoyer écris écrire tape envoyé répondu écrit tapé""",
        "MUST": """dois faut puis-je""",
        "MEANT": """voulais""",
        "ENDED": """arrêtiez cessiez arrêtez""",
        "THAT": """que""",
        "GETTING": """reçois recevons reçoit arrivent""",
        "PLEASE": "svp stp merci veuillez plait prière",
        "CEASE": """arrêtez arrête arrêter arretter arettez arrétez cessez cesse cesser stoppez stoppe stopper finissez
            arreté arrêtes""",
        "SEND": """envoyer envoi envois écrire contacter spammer harceler déranger embêter texter solliciter appeler relancer
            recevoir emmerder messages importuner spam harcèlement harceler saouler bombarder écris envoie envoyez""",
        "TEXTS": """sms texto textos message messages msg msgs pub pubs publicité publicités promo promos promotion
            promotions offre offres spam spams notification notifications sollicitation sollicitations newsletter
            newsletters démarchage envois messageries mms publicitaires""",
        "THESE": "ça cela ces",
        "NO": "aucun aucune",
        "NOT": "ne n jamais pas",
        "RECEIVE": "recevoir reçois ",
        "WRITE": """écrivez écris écrire contactez contacte contacter dérangez déranger relancez
            relancer spammez harcelez harceler embêtez importunez sollicitez solliciter textez texter recontactez""",
        "GIVE": "envoyez envoie envoies envoyer adressez adresser renvoyez",
        "MORE": "plus jamais davantage",
        "NOTHING": "rien",
        "ME": "me m nous moi",
        "WANT": "veux voudrais souhaite souhaiterais désire veut voulons souhaitons aimerais aimerai vx souhaiterai",
        "REMOVE": """retirez retire retirer enlevez enlève enlever supprimez supprime supprimer effacez efface effacer rayez
            raye rayer ôtez radiez sortez sors virez vire désactivez suppression retrait supprimez-le effacez-le""",
        "NUMBER": "numéro num coordonnées données contact portable tel téléphone nr",
        "LIST": "liste listes fichier fichiers base bases registre registres système mailing diffusion répertoire bdd",
        "LEAVE": "désabonn* désabon* désinscri* désincri* desinscrit* unsubscribe",
        "WITHDRAW": "retire retirer révoque révoquer annule oppose m'oppose ",
        "CONSENT": "consentement autorisation permission opt-in",
        "CANCEL": "résilier résiliez résilie annuler annulez annule arrêt résiliation désactivez",
        "SUBSCRIPTION": "abonnement* inscription* service",
        "ORDER": """commande* réservation* reservation* rendez table article* produit* oignon* livraison rdv plat panier
            achat code adresse dessert sauce fromage pain facture pizza couverts visite rdv netflix cours fête personnes salle téléphone""",
        "ENOUGH": "assez marre",
        "GOT": "reçu reçus reçue arrivé vu",
        "MISS": """rater manquer louper perdre oublier attendre chercher """,
        "HOW": "comment où",
        "IF": "si quand est-ce",
        "TIME": "après avant soir nuit tard pendant",
        "INTERESTED": "intéress*",
        "WRONG": "mauvais erreur faux",
        "THANKS": "merci",
        "TOO": "trop",
        "WHY": "pourquoi",
        "WHERE": "comment où d'où",
        "TROUBLE": """spam spams signal* harcèlement arnaque plainte avocat bloque* bloquer cnil 33700 marre saoul* dégage*
            foutez""",
    },
    keeps="""
        d accord
        vous ne? ~1 GIVE|WRITE ~1 plus|pas
        n hésitez|hésite pas ~2
        quand ~2 arrêt*
        y a|avait ~1 plus|pas
        ne|n CALL pas ~2 SEND|WRITE|GIVE|TEXTS
        ne m CALL pas
        ne WANT pas que ~1 arrêt*
        ai arrêté|arrete
        avez arrêté|arrete
        ne? reçois plus|pas
        n arrêtez|arrête|arrêter|arrêtes|cessez|cesse
        s arrête|arrêter
        non stop
        arrêt de bus|tram|métro|car|train
        arrêté de fumer|travailler
        ai|a|ont|est|étais arrêté|arrête|stoppé
        pas|plus|aucun de? TEXTS ~1 GOT
        liste d|des|de attente|allergènes|prix|invités
        ne ~1 désinscri*|désabonn*
        fin du|de|d
        ne veux pas rater|manquer|louper
        pourquoi ~2 pas SEND|GIVE|WRITE
        vous ne ~1 écrivez|envoyez
    """,
    asks="""
        par erreur TYPE stop
        TYPE ~1 stop par erreur
        que se? passe ~ stop
        pourquoi ~2 arrêt*
        comment ~3 désabonn*|désinscri*|arrêter|arrête|stopper|résilier
        si ~2 stop|désabonn*
    """,
    leaves="""
        ai ~1 assez|marre|ras de|le ~3 TEXTS
        fini ~1 TEXTS
        fini les ~1 TEXTS
        retire|révoque|annule mon ~1 accord
        CANYOU ~2 me|m ~1 retirer|enlever|supprimer
        me|m désabonner|désinscrire|retirer|enlever|supprimer
        ne continuez|continue pas ~2 SEND|WRITE|GIVE
        plus ~1 intéress*
        ^ REMOVE le|la $
        ça suffit ~1 TEXTS
        mais plus|pas de|aucun TEXTS
        ^ plus de TEXTS svp|merci|stp
        refuse ~1 de ~1 recevoir
        refuse ~1 vos ~1 TEXTS
        je résilie
        lâchez|lâche ~1 moi ~1 avec
        marre de ~1 vos|tes|ces TEXTS
        ^ CEASE ça|cela|tout $
        ^ CEASE ~1 ça $
        m|me GIVE|WRITE plus|pas NOTHING|TEXTS|jamais
        m|me GIVE|WRITE plus $
        m|me GIVE|WRITE plus de|d|vos|ces sms|message|messages|texto|textos|pub|pubs
        m|me GIVE|WRITE pas|plus vos|ces
        ne plus|pas|jamais ~1 ME? WRITE|recevoir
        ne plus|jamais ME? GIVE|SEND
        ne pas ME? GIVE ~2 TEXTS|NOTHING
        ne pas ME? GIVE $
        ne|n WANT plus|pas ~3 TEXTS|RECEIVE|entendre
        WANT plus|pas ~1 de? vos|ces|tes|aucun ~1 TEXTS
        WANT plus|pas de sms|message|messages|texto|textos|pub|pubs|spam
        WANT plus|pas ~1 recevoir
        ^ plus de|jamais|aucun ~1 sms|message|messages|texto|textos|pub|pubs|publicité|spam
        ^ pas de ~1 sms|messages|textos|pub|pubs|publicité|spam $
        ^ plus|pas jamais|aucun ~1 sms|message|messages|texto|textos|pub|pubs|publicité|spam
        plus jamais ~2 TEXTS|WRITE|GIVE|SEND
        plus ~1 TEXTS ~1 MORE
        aucun|aucune TEXTS ~1 svp|merci|plus|désormais
        REMOVE moi|me ~1 de ~2 LIST
        merci|veuillez|prière de? ~1 me|m REMOVE $
        marre ~1 TEXTS
        ^ assez de ~1 TEXTS
        fichez|foutez|laissez|lâchez|laisse|fous|fiche ~1 ~2 tranquille|paix|lâcher ~1 TEXTS|avec
        oppose ~3 réception|utilisation|envoi|TEXTS|prospection
        stop ~1 aux|au|les|vos|à ~1 TEXTS
        pas|plus intéressé ~2 stop|arrêtez|désabonn*
        veuillez arrêter|cesser|stopper|annuler|résilier|supprimer $
        n ~1 autorise ~ TEXTS|contacter|pas
    """,
    doubts="""
        lâchez|lâche moi
        non merci
        ^ non $
        pas|plus ~1 intéress*
        qui êtes|est|es|etes|c
        c est qui
        faux numéro
        laisse|laissez ~1 tranquille|paix
        d où ~2 NUMBER
        comment ~3 eu ~2 NUMBER
        trop de TEXTS
        connais pas
        jamais ~2 inscri*|demandé|abonn*
        je veux pas|plus $
        va|allez ~1 faire|foutre|chier
        ça suffit
        je ne veux ~1 plus|pas ~1 ça
    """,
    demands="""
        pas d accord ~3 RECEIVE|TEXTS|SEND
    """,
)
