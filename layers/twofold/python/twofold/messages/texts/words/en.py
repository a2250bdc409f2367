"""What texts say in English; the other languages have the same names, and in each the same fields."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
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
    # The one question of an automation.
    "ask_why": "{brand}: no problem! May we ask why? "
    "Reply 1: the price, 2: not the right time, 3: not my thing. HELP for help, STOP to stop.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: a friend joined with your link, thank you! Your code: {code} {link} STOP to stop",
    "reminder": "{brand}: your code {code} is still waiting for you: {title}. {link} STOP to stop",
    "last_reminder": "{brand}: our last reminder: your code {code} is good till {expires|you use it}. {link} "
    "STOP to stop",
    "cart_code": "{brand}: your basket is waiting for you, and your code {code} with it: {link} STOP to stop",
    "cart": "{brand}: you left something in your basket. Ready when you are: {link|just visit our shop.} "
    "STOP to stop",
    "come_back": "{brand}: it has been a while! {title}, your new code {code}: {link} STOP to stop",
    "thanks": "{brand}: thank you for choosing us! We hope to see you again. Questions or wishes: "
    "{contact|our staff}. STOP to stop",
    "thanks_friends": "{brand}: thank you! Pass your link on: "
    "friends get a code, and so do you when they come: {friends} STOP to stop",
    "still_there": "{brand}: it has been quiet. Still there? Here is what we have for you: "
    "{link|come and see.} STOP to stop",
    "missed": "{brand}: we miss you! Come back whenever you like: {link|you are welcome.} STOP to stop",
    "last_offer": "{brand}: our last offer for now: {title} with your code {code}: {link} STOP to stop",
    "useful": "{brand}: no offer today, just something useful: what we have and how to book or order: "
    "{link|simply ask us.} STOP to stop",
}
