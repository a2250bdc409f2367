"""What texts say in German, saying du."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
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
    # The one question of an automation.
    "ask_why": "{brand}: Kein Problem! Dürfen wir fragen, warum? "
    "Antworte 1: der Preis, 2: passt gerade nicht, 3: nichts für mich. HELP hilft, STOP beendet.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: Jemand kam über deinen Link, danke! Dein Code: {code} {link} STOP beendet",
    "reminder": "{brand}: Dein Code {code} wartet noch auf dich: {title}. {link} STOP beendet",
    "last_reminder": "{brand}: Unsere letzte Erinnerung: Dein Code {code} gilt bis {expires|zum Einlösen}. "
    "{link} STOP beendet",
    "cart_code": "{brand}: Dein Warenkorb wartet auf dich, und dein Code {code} mit ihm: {link} STOP beendet",
    "cart": "{brand}: In deinem Warenkorb liegt noch etwas. Weiter, wann du magst: {link|in unserem Shop.} "
    "STOP beendet",
    "come_back": "{brand}: Lange nicht gesehen! {title}, dein neuer Code {code}: {link} STOP beendet",
    "thanks": "{brand}: Danke für dein Vertrauen! Wir sehen uns hoffentlich wieder. Fragen oder Wünsche: "
    "{contact|unser Team}. STOP beendet",
    "thanks_friends": "{brand}: Danke! Teile deinen Link: "
    "Freunde bekommen einen Code, du auch, wenn sie kommen: {friends} STOP beendet",
    "still_there": "{brand}: Es ist still geworden. Bist du noch da? Das gibt es bei uns: "
    "{link|schau einfach vorbei.} STOP beendet",
    "missed": "{brand}: Du fehlst uns! Komm wieder, wann du magst: {link|wir freuen uns.} STOP beendet",
    "last_offer": "{brand}: Vorerst unser letztes Angebot: {title}, Code {code}: {link} STOP beendet",
    "useful": "{brand}: Heute kein Angebot, nur Nützliches: "
    "was es gibt und wie du buchst oder bestellst: {link|frag uns einfach.} STOP beendet",
}
