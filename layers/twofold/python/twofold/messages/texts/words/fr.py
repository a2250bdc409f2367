"""What texts say in French, saying vous; GSM-7 has no ç, ê and ô, so no word with them stands here."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
    "stopped": "{brand}: désinscription faite, plus aucun SMS marketing. Pour revenir, répondez START.",
    "help": "{brand}: offres et rappels par SMS. Fréquence variable, frais d'opérateur possibles. "
    "Aide: {contact|notre équipe}. STOP pour quitter.",
    "resumed": "{brand}: vous recevez à nouveau offres et rappels par SMS. Fréquence variable, frais "
    "d'opérateur possibles. HELP pour l'aide, STOP pour quitter.",
    "join": "{brand}: répondez Y pour accepter: {consent}",
    "joined_already": "{brand}: ce numéro est déjà sur notre liste. HELP pour l'aide, STOP pour quitter.",
    "not_joined": "{brand}: ce numéro n'est pas sur notre liste. Inscrivez-vous sur notre site ou sur place. "
    "Aide: {contact|notre équipe}.",
    "promised": "{brand}: inscription faite. Plus de code pour le moment: vous en recevrez un par SMS. "
    "HELP pour l'aide, STOP pour quitter.",
    "used_up": "{brand}: inscription faite, mais tous les codes de cette offre ont été donnés. "
    "HELP pour l'aide, STOP pour quitter.",
    # The one question of an automation.
    "ask_why": "{brand}: entendu! Peut-on savoir pourquoi? "
    "Répondez 1: le prix, 2: pas le bon moment, 3: pas pour moi. HELP pour l'aide, STOP pour quitter.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: un ami a suivi votre lien, merci! Votre code: {code} {link} STOP pour quitter",
    "reminder": "{brand}: votre code {code} vous attend toujours: {title}. {link} STOP pour quitter",
    "last_reminder": "{brand}: dernier rappel: "
    "votre code {code} est valable jusqu'au {expires|jour de l'achat}. {link} STOP pour quitter",
    "cart_code": "{brand}: votre panier vous attend, avec votre code {code}: {link} STOP pour quitter",
    "cart": "{brand}: il reste quelque chose dans votre panier. Quand vous voulez: "
    "{link|dans notre boutique.} STOP pour quitter",
    "come_back": "{brand}: voilà longtemps! {title}, nouveau code {code}: {link} STOP pour quitter",
    "thanks": "{brand}: merci de votre confiance! Au plaisir de vous revoir. Une question, un souhait: "
    "{contact|notre équipe}. STOP pour quitter",
    "thanks_friends": "{brand}: merci! Partagez votre lien: "
    "un code par ami, un pour vous quand il vient: {friends} STOP pour quitter",
    "still_there": "{brand}: cela fait un moment. Toujours là? Voici ce que nous avons: "
    "{link|passez nous voir.} STOP pour quitter",
    "missed": "{brand}: vous nous manquez! Revenez quand vous voulez: {link|avec plaisir.} STOP pour quitter",
    "last_offer": "{brand}: dernière offre du moment: {title}, code {code}: {link} STOP pour quitter",
    "useful": "{brand}: pas d'offre, que du pratique: ce que nous avons, comment réserver ou commander: "
    "{link|demandez.} STOP pour quitter",
}
