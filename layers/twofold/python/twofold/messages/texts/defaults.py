"""What is said where a campaign has no words of its own, in six languages.

All but `join`, which repeats the consent's own text, fit one part with a brand of 20 letters, a contact of 25, a code
and a link: that is why no letter outside GSM-7 stands here, and some accents are missing.
"""

from collections.abc import Mapping

from twofold.messages.model import REFERRAL

OTHERWISE = "en"

_TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "stopped": "{brand}: you are unsubscribed and get no more marketing texts. Reply START to come back.",
        "help": "{brand}: offers and reminders by text. Msg frequency varies. Msg & data rates may apply. "
        "Help: {contact|our staff}. Reply STOP to stop.",
        "resumed": "{brand}: you get offers and reminders by text again. Msg frequency varies. "
        "Msg & data rates may apply. Reply HELP for help, STOP to stop.",
        "join": "{brand}: reply Y to agree: {consent}",
        "joined_already": "{brand}: this number is on our list already. Reply HELP for help, STOP to stop.",
        "not_joined": "{brand}: this number is not on our list. You can join on our website or at our place. "
        "Help: {contact|our staff}.",
        "promised": "{brand}: you are on our list. Our codes have run out for a moment; yours follows by text. "
        "Reply HELP for help, STOP to stop.",
        "used_up": "{brand}: you are on our list. All codes of this offer are given out, so there is none for you. "
        "Reply HELP for help, STOP to stop.",
        "referral": "{brand}: a friend joined with your link, thank you! Your code: {code} {link} STOP to stop",
    },
    "de": {
        "stopped": "{brand}: Du bist abgemeldet und bekommst keine Werbe-SMS mehr. Mit START kommst du zurück.",
        "help": "{brand}: Angebote und Erinnerungen per SMS. Häufigkeit variiert, Kosten des Anbieters möglich. "
        "Hilfe: {contact|unser Team}. STOP beendet.",
        "resumed": "{brand}: Du bekommst wieder Angebote und Erinnerungen per SMS. Häufigkeit variiert, "
        "Kosten des Anbieters möglich. HELP hilft, STOP beendet.",
        "join": "{brand}: Antworte Y, um zuzustimmen: {consent}",
        "joined_already": "{brand}: Diese Nummer steht schon auf unserer Liste. HELP hilft, STOP beendet.",
        "not_joined": "{brand}: Diese Nummer steht nicht auf unserer Liste. Anmelden kannst du dich auf unserer "
        "Seite oder vor Ort. Hilfe: {contact|unser Team}.",
        "promised": "{brand}: Du stehst auf unserer Liste. Gerade sind alle Codes vergeben, deiner folgt per SMS. "
        "HELP hilft, STOP beendet.",
        "used_up": "{brand}: Du stehst auf unserer Liste. Alle Codes dieser Aktion sind vergeben, es gibt keinen mehr. "
        "HELP hilft, STOP beendet.",
        "referral": "{brand}: Jemand kam über deinen Link, danke! Dein Code: {code} {link} STOP beendet",
    },
    "es": {
        "stopped": "{brand}: baja confirmada, no recibes mas SMS de marketing. Para volver, responde START.",
        "help": "{brand}: ofertas y recordatorios por SMS. Frecuencia variable, puede haber cargos del operador. "
        "Ayuda: {contact|nuestro equipo}. STOP para salir.",
        "resumed": "{brand}: vuelves a recibir ofertas y recordatorios. Frecuencia variable, puede haber cargos "
        "del operador. HELP para ayuda, STOP para salir.",
        "join": "{brand}: responde Y para aceptar: {consent}",
        "joined_already": "{brand}: este numero ya figura en nuestra lista. HELP para ayuda, STOP para salir.",
        "not_joined": "{brand}: este numero no figura en nuestra lista. Puedes apuntarte en nuestra web o en el "
        "local. Ayuda: {contact|nuestro equipo}.",
        "promised": "{brand}: ya figuras en nuestra lista. Ahora no quedan codigos; te enviaremos el tuyo por SMS. "
        "HELP para ayuda, STOP para salir.",
        "used_up": "{brand}: ya figuras en nuestra lista. Se han repartido todos los codigos de esta oferta. "
        "HELP para ayuda, STOP para salir.",
        "referral": "{brand}: alguien se ha unido con tu enlace, ¡gracias! Tu codigo: {code} {link} STOP para salir",
    },
    "fr": {
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
        "referral": "{brand}: un ami a suivi votre lien, merci! Votre code: {code} {link} STOP pour quitter",
    },
    "pl": {
        "stopped": "{brand}: wypisano ten numer, nie dostanie SMS-ow marketingowych. Aby wrocic, odpisz START.",
        "help": "{brand}: oferty i przypomnienia SMS. Liczba wiadomosci rozna, mozliwe oplaty operatora. "
        "Pomoc: {contact|nasza obsluga}. STOP konczy.",
        "resumed": "{brand}: znow dostajesz oferty i przypomnienia SMS. Liczba wiadomosci rozna, mozliwe oplaty "
        "operatora. HELP daje pomoc, STOP konczy.",
        "join": "{brand}: odpisz Y, aby sie zgodzic: {consent}",
        "joined_already": "{brand}: ten numer jest juz na naszej liscie. HELP daje pomoc, STOP konczy.",
        "not_joined": "{brand}: tego numeru nie ma na naszej liscie. Zapisz sie na naszej stronie lub na miejscu. "
        "Pomoc: {contact|nasza obsluga}.",
        "promised": "{brand}: jestes na naszej liscie. Chwilowo zabraklo kodow, Twoj przyjdzie SMS-em. "
        "HELP daje pomoc, STOP konczy.",
        "used_up": "{brand}: jestes na naszej liscie. Wszystkie kody tej oferty zostaly juz rozdane. "
        "HELP daje pomoc, STOP konczy.",
        "referral": "{brand}: ktos dolaczyl przez Twoj link, dziekujemy! Twoj kod: {code} {link} STOP konczy",
    },
    "vi": {
        "stopped": "{brand}: ban da huy dang ky va khong nhan tin quang cao nua. Tra loi START de nhan lai.",
        "help": "{brand}: uu dai va nhac nho qua SMS. So tin thay doi, co the tinh phi tin nhan va du lieu. "
        "Ho tro: {contact|nhan vien}. Soan STOP de dung.",
        "resumed": "{brand}: ban lai nhan uu dai va nhac nho qua SMS. So tin thay doi, co the tinh phi tin nhan. "
        "HELP de duoc giup, STOP de dung.",
        "join": "{brand}: tra loi Y de dong y: {consent}",
        "joined_already": "{brand}: so nay da co trong danh sach. HELP de duoc giup, STOP de dung.",
        "not_joined": "{brand}: so nay chua co trong danh sach. Dang ky tren trang web hoac tai cua hang. "
        "Ho tro: {contact|nhan vien}.",
        "promised": "{brand}: ban da co trong danh sach. Tam thoi het ma, ma cua ban se den qua SMS. "
        "HELP de duoc giup, STOP de dung.",
        "used_up": "{brand}: ban da co trong danh sach. Tat ca ma cua uu dai nay da duoc phat het. "
        "HELP de duoc giup, STOP de dung.",
        "referral": "{brand}: co nguoi tham gia qua lien ket cua ban, cam on! Ma cua ban: {code} {link} "
        "Soan STOP de dung",
    },
}

NAMES = frozenset(_TEMPLATES[OTHERWISE])
"""The templates that are built in."""

ANSWERS = NAMES - {REFERRAL}
"""Those that answer somebody, who may be nobody we know; the other is marketing."""


def default_template(name: str, locale: str) -> str | None:
    """In the language of the locale, in English when we do not speak that; None for a name that is not built in."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return _TEMPLATES.get(language, _TEMPLATES[OTHERWISE]).get(name)
