"""What pages and widget say in French, saying vous; names and fields are those of `en`.

A narrow no-break space stands before ? ! and ;, a no-break space before a colon, as French typography has it.
"""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # The widget, before anybody opens it and around all its steps.
    "teaser": "{title}",
    "teaser_done": "Votre code",
    "teaser_close": "Masquer cette offre",
    "popup_title": "{title}",
    "close": "Fermer",
    # Leaving a number.
    "intro": "Laissez votre numéro\u00a0: votre code personnel arrive par SMS.",
    "country_label": "Pays",
    "phone_label": "Votre numéro de mobile",
    "terms_label": "Conditions",
    "privacy_label": "Confidentialité",
    "join_button": "Recevoir mon code",
    "trust_line": "Seul {brand} vous écrit. Répondez STOP et tout s’arrête.",
    # Typing the digits of the text message.
    "code_heading": "Consultez vos SMS",
    "code_label": "Les 6 chiffres reçus par SMS",
    "code_hint": "Valables 10 minutes. Pas de SMS\u202f? Comptez une minute\u202f; vous pouvez en redemander un.",
    "confirm_button": "Voir ma remise",
    "resend_button": "Renvoyer le SMS",
    "resend_wait": "Renvoyer dans {seconds}\u00a0s",
    "resent": "Nous vous l’avons renvoyé.",
    "change_number": "Changer de numéro",
    # The discount code.
    "done_heading": "Le voici. Montrez-le en caisse.",
    "done_online": "Voici votre code",
    "welcome_back": "Ravis de vous revoir\u202f! Voici votre code.",
    "copy_button": "Copier le code",
    "copied": "Copié",
    "apply_button": "Utiliser dans la boutique",
    "show_link": "Ouvrir la page de mon code",
    "valid_until": "Valable jusqu’au",
    "show_at_till": "À montrer en caisse.",
    "worth_item": "Offert",
    "over_redeemed": "Ce code a déjà été utilisé.",
    "over_expired": "Ce code a expiré.",
    "over_revoked": "Ce code a été annulé.",
    "over_other": "Ce code n’est pas valable.",
    # What else a new customer gets.
    "share_heading": "Invitez vos amis",
    "share_intro": "Envoyez ce lien. Pour chaque ami qui en profite, vous recevez\u00a0: {reward}",
    "share_button": "Partager le lien",
    "share_text": "{title} chez {brand}",
    "link_copied": "Lien copié",
    "magnet_label": "Et ceci est pour vous",
    # In print, beside the QR code.
    "scan_advice": "Scannez et recevez votre code par SMS.",
    # Where nobody can sign up for now.
    "closed_heading": "Fermé pour l’instant",
    "fault_asset_paused": "Cette offre fait une pause. Revenez une autre fois.",
    # What went wrong.
    "fault_network": "Cela n’a pas abouti. Vérifiez votre connexion et réessayez.",
    "fault_wrong_code": "Ce code n’est pas le bon. Essais restants\u00a0: {left}.",
    "fault_not_a_mobile": "Ce numéro ne peut pas recevoir de SMS. Indiquez un numéro de mobile.",
    "fault_not_a_number": "Cela ne ressemble pas à un numéro de téléphone. Vérifiez les chiffres.",
    "fault_challenge_over": "Ce code n’est plus valable. Laissez de nouveau votre numéro.",
    "fault_challenge_not_found": "Ce code n’est plus valable. Laissez de nouveau votre numéro.",
    "fault_invalid_request_phone": "Indiquez votre numéro de mobile complet.",
    "fault_invalid_request_code": "Le code a 6 chiffres. Vérifiez-les.",
    "fault_country_not_served": "Nous n’envoyons pas de SMS dans ce pays.",
    "fault_consent_missing": "Cochez la case pour recevoir le code.",
    "fault_consent_version_unknown": "Cette page a changé. Rechargez-la.",
    "fault_too_soon": "Vous pourrez en redemander un dans {seconds}\u00a0s.",
    "fault_too_many": "Cela fait beaucoup d’essais. Réessayez plus tard.",
    "fault_asked_already": "Vous venez de le demander. Patientez un instant.",
    "fault_tap_needed": "Cette offre vous attend sur place. Approchez encore votre téléphone du panneau.",
    "fault_campaign_not_running": "Cette offre n’est pas en cours actuellement.",
    "fault_campaign_not_found": "Cette offre n’existe plus.",
    "fault_asset_not_found": "Cette offre n’existe plus.",
    "fault_origin_not_allowed": "Cette offre n’est pas accessible depuis cette page.",
    "fault_internal": "Un problème est survenu de notre côté. Réessayez dans un instant.",
    "fault_unavailable": "C’est impossible pour le moment. Réessayez dans un instant.",
    "fault_outcome_unknown": "Nous ne savons pas si cela a abouti. Réessayez une fois encore.",
    "fault_other": "Un problème est survenu. Réessayez dans un instant.",
}
