"""What texts say in Polish, without the letters that GSM-7 does not have."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
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
    # The one question of an automation.
    "ask_why": "{brand}: nie ma sprawy! Powiesz nam, dlaczego? "
    "Odpisz 1: cena, 2: nie ten moment, 3: to nie dla mnie. HELP daje pomoc, STOP konczy.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: ktos dolaczyl przez Twoj link, dziekujemy! Twoj kod: {code} {link} STOP konczy",
    "reminder": "{brand}: Twoj kod {code} wciaz na Ciebie czeka: {title}. {link} STOP konczy",
    "last_reminder": "{brand}: ostatnie przypomnienie od nas: "
    "Twoj kod {code} jest wazny do {expires|wykorzystania}. {link} STOP konczy",
    "cart_code": "{brand}: Twoj koszyk czeka, a z nim kod {code}: {link} STOP konczy",
    "cart": "{brand}: cos zostalo w Twoim koszyku. Dokoncz, kiedy zechcesz: {link|w naszym sklepie.} "
    "STOP konczy",
    "come_back": "{brand}: dawno Cie nie bylo! {title} z nowym kodem {code}: {link} STOP konczy",
    "thanks": "{brand}: dziekujemy za zaufanie! Do zobaczenia! Pytania lub zyczenia: "
    "{contact|nasza obsluga}. STOP konczy",
    "thanks_friends": "{brand}: dziekujemy! Podaj swoj link dalej: "
    "znajomi dostana kod, a gdy przyjda, Ty tez: {friends} STOP konczy",
    "still_there": "{brand}: dawno Cie nie widzielismy. Jestes tam? Zobacz, co mamy: {link|zapraszamy.} "
    "STOP konczy",
    "missed": "{brand}: brakuje nam Ciebie! Wracaj, kiedy zechcesz: {link|czekamy.} STOP konczy",
    "last_offer": "{brand}: na razie nasza ostatnia oferta: {title} z kodem {code}: {link} STOP konczy",
    "useful": "{brand}: dzis bez oferty, tylko cos przydatnego: co mamy i jak rezerwowac lub zamowic: "
    "{link|zapytaj nas.} STOP konczy",
}
