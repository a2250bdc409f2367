"""Polish."""

from twofold.messages.replies.wording.language import Language

POLISH = Language(
    stop="""wypisz, wypisz mnie, wypiszcie, wypisać, wypis, wypisuję, wypisuję się, koniec, rezygnuję, rezygnacja,
        zrezygnuj, usuń, usuń mnie, usunąć, usunięcie, anuluj, anulować, przestań, przestańcie, przestać, wyrejestruj,
        wyłącz, wyłączyć, zakończ, zakończyć, cofam zgodę, odwołuję, dość, basta, skasuj, odsubskrybuj, kończę, nie pisz,
        nie piszcie, nie pisać, stop sms, zatrzymaj, zatrzymać, odwołaj, cofnij, wycofuję, zastopuj, skończ, skończcie,
        wymaż, wykreśl, nie wysyłać, nie wysyłaj, zrezygnować, żadnych sms, odwołanie, wycofanie, wypisz się, wypisać się, wypisać mnie, wypiszcie mnie, usuńcie mnie""",
    firm="""wypisz wypiszcie wypisać rezygnuję rezygnacja przestań przestańcie wyrejestruj odsubskrybuj wypisuję
        zrezygnuj """,
    help="pomoc, pomocy, informacja, informacje, proszę o pomoc",
    start="wznów, wznawiam, wznowić, wznowienie, zapisz ponownie",
    yes="tak, potwierdzam, zgadzam się, jasne tak",
    filler="""proszę, prosze, bardzo proszę, dziękuję, dziekuje, dziękuję bardzo, dzięki, dzieki, z góry dziękuję,
        dzień dobry, dobry wieczór, witam, cześć, hej, pozdrawiam, natychmiast, teraz, już, pilnie,
        szanowni państwo, państwo, ok, uprzejmie, uprzejmie proszę, w końcu, wreszcie, tak, naprawdę""",
    sets={
        "MISTYPED": """wypisz rezygnuję przestań""",
        "SUBSCRIBED": """zapisan* subskryb*""",
        "ALLOW": """wyrażam""",
        "AND": """i ani ni lub""",
        "CANYOU": """możecie możesz mogą mógłby moglibyście możliwe""",
        "OFFERS": """promocj* ofert* miejsc* kuponów""",
        "CONTINUE": """kontynuujcie kontynuować""",
        "TO": """aby żeby by na rezygnacja""",
        "REPLY": """odpisz wyślij odpowiedz napisz sms wpisz""",
        "USE": """używajcie używaj używać wykorzystujcie""",
        "ASKED": """żądam domagam prosiłem prosiłam""",
        "HAVE": """ma macie są""",
        "OBJECT": """sprzeciw sprzeciwiam""",
        "WHEN": """kiedy której""",
        "NEED": """potrzebuję potrzebuje potrzebujemy""",
        "BETTER": """lepiej wolę raczej""",
        "CONTACTED": """kontaktowan* nękan*""",
        "MANY": """smsów wiadomości reklam spamu sms powiadomień ofert smsy""",
        "CALL": """dzwoń dzwońcie dzwonić telefonować telefonujcie""",
        "TYPE": """piszę pisać napiszę napisać odpiszę odpisać wyślę wysłać napisałem napisałam wysłałem wysłałam odpisałem odpisałam""",
        "MUST": """muszę mam trzeba czy jak co""",
        "MISTAKE": """pomyłkę pomyłkowo przypadkowo przypadkiem omyłkowo niechcący""",
        "MEANT": """miałem miałam chodziło""",
        "ENDED": """przestali przestawali""",
        "THAT": """żebyście żeby aby zebyscie zeby""",
        "GETTING": """dostaję dostaje otrzymuję otrzymuje przychodzą przychodzi dochodzą""",
        "PLEASE": "proszę prosze",
        "CEASE": """przestań przestańcie przestać przestancie skończ skończcie zaprzestać zaprzestańcie zaprzestań
            zaprzestanie zaprzestania zakończcie zakończ zakończyć wstrzymajcie wstrzymać wstrzymanie zatrzymajcie
            przestaniecie przestanie zaprzestania""",
        "SEND": """pisać wysyłać wysyłania wysyłanie wysyłki wysylki pisania spamować nękać dzwonić przysyłać nachodzić
            męczyć smsować słać slac kontaktować przesyłać przesyłania dręczyć molestować zawracać spamowania przysyłania
            wypisywać esemesować nękania zasypywać bombardować""",
        "TEXTS": """sms* esemes* wiadomoś* wiadomos* wiadomość* reklam* promocj* ofert* powiadomie* spam* newsletter*
            informacj* komunikat* marketing* mms* msg tekst* promo""",
        "THESE": "tego to tych te",
        "NO": "żadnych żadnej żadne żadnego zadnych",
        "NOT": "nie nigdy",
        "WANT": "chcę chce chcemy chciał* chcialb* życzę życzymy zamierzam wyrażam",
        "RECEIVE": """dostawać otrzymywać odbierać dostać otrzymać otrzymywania dostawania otrzymywaniu""",
        "WRITE": """pisz piszcie pisać spamuj spamujcie spamować kontaktuj kontaktujcie kontaktować
            nękaj nękajcie nękać zaczepiaj* męcz* zawracaj* smsuj* przeszkadzaj* smsować zawracać niepokój* wypisuj*""",
        "GIVE": """wysyłaj wysyłajcie wysyłać przysyłaj przysyłajcie przysyłać przesyłaj przesyłajcie przesyłać ślij
            ślijcie słać slijcie wysyłania przysyłania""",
        "MORE": "więcej wiecej już nigdy dalej kolejnych dłużej dalszych następnych",
        "NOTHING": "nic niczego",
        "ME": "mi mnie nam nas",
        "REMOVE": """usuń usun usuńcie usuncie usunąć usunac usunięcie usuniecie skasuj skasujcie skasować wykreśl
            wykreślcie wykreślić wykreślenie wykasuj wykasujcie zabierz zabierzcie wyrzuć wyrzućcie wymaż wymażcie
            skreśl skreślcie wyciągnijcie wykasować usuwam wycofajcie wycofać usunięcia usuniecia skasowania wykreślenia""",
        "NUMBER": "numer* nr dane danych telefon* kontakt",
        "LIST": """list* baz* system* subskrypcj* grup* lisci* liści*""",
        "LEAVE": """wypisz wypiszcie wypisać wypisac wypisanie wypisuję wypisuje wypisania zrezygnować zrezygnowac
            rezygnuję rezygnuje rezygnacja rezygnację wyrejestruj* wyrejestrow* odsubskryb* zrezygnuj rezygnujemy""",
        "WITHDRAW": "cofam wycofuję wycofuje odwołuję odwoluje cofnąć wycofać odwołać cofnięcie wycofanie cofnij",
        "CONSENT": """zgód pozwolenia pozwalam zgody zgodę zgoda""",
        "CANCEL": "anuluj anulujcie anulować wyłącz wyłączcie wyłączyć zakończ dezaktywuj* odwołaj odwołać",
        "SUBSCRIPTION": "subskrypcj* abonament* usług* uslug* newsletter*",
        "ORDER": """zamówieni* zamowieni* rezerwacj* stolik* wizyt* produkt* koszyk* paczk* cebul* danie dania
            potraw* termin* zakup* faktur* paragon* deser* adres* sztućc* kod* pizz* sos* rachun* obiad* lunch* bilet* dostawa dostawę dostawy dostawie osob* osób netflix siłown* zup* recept* kart*""",
        "ENOUGH": "dość dosc ",
        "GOT": """dostał dostałam dostałem dostałam otrzymał* otrzymal* przyszł* przysze* doszed* doszł* dostal* widz*
            dotar* dosta""",
        "MISS": """przegapi* stracić zgubić czekać szukać """,
        "HOW": "jak gdzie",
        "IF": "jeśli jeżeli gdy",
        "TIME": "po przed wieczor* nocy rano teraz dzisiaj dziś kiedy",
        "INTERESTED": "zainteresowan* interesuj*",
        "WRONG": "zły zly pomyłka pomylony błędny niewłaściwy",
        "THANKS": "dziękuję dziekuje dzięki dzieki dziękujemy",
        "TOO": "dużo duzo",
        "WHY": "dlaczego czemu",
        "WHERE": "skąd skad",
        "TROUBLE": "spam* zgłosz* oszust* nęk* natręt* blokuj* zablokuj* uodo policj* prawnik* wkurz* denerwuj* pomyłk*",
    },
    keeps="""
        NOT WANT się? LEAVE|wypisywać
        żebyście|zebyscie ~1 przestali
        usuwajcie|usuwaj
        nie chcę ~1 ORDER
        LIST gości|gosci|oczekujących|rezerwowej|zakupów
        z? LEAVE z? ~1 ORDER
        non stop
        nie przestawaj*|wypisuj*|usuwaj*|anuluj*|rezygnuj*|kasuj*|wyłączaj*
        czemu|dlaczego nie ~1 wysłal*|pisz*
        nie mogę ~1 przestać
        nie ma ~1 TEXTS
    """,
    asks="""
        czy mogę|moge|można ~2 LEAVE
        co ~2 jeśli|gdy ~2 stop
        odpowiedzieć|napisać|odpisać stop
    """,
    leaves="""
        nie ~1 zgadzam się na ~1 przetwarzanie
        zostawcie|zostaw ~2 spokoju ~2 z
        już nie ~2 zainteresowan*|interesuj*
        nie ~2 już ~1 zainteresowan*
        nie ~1 zgadzam się na ~2 TEXTS|SEND|RECEIVE|otrzymywanie|przesyłanie|wysyłanie
        wnoszę|składam sprzeciw
        odczep*|spadaj*|odwal*|spierdal* ~1 z ~1 TEXTS
        koniec ~1 sms*|wiadomo*|spam*|reklam*|esemes*
        proszę|prosze o brak
        nie chcę|chce ~1 nic od was
        nie ~1 życzę sobie $
        odczep*|spadaj*|odwal* ~2 TEXTS
        koniec z ~1 sms*|wiadomo*|spam*|reklam*|esemes*
        TEXTS ~1 NOT ~1 WANT $
        NOT ~1 WANT już|więcej ~2 od was
        dajcie|daj|dać ~2 spokój z|i
        odczepcie|odwal* ~2 TEXTS
        zgody NOT
        NOT ~1 wyrażam
        proszę|prosze o ~1 wypisanie|wykreślenie|zaprzestanie|niewysyłanie|nieprzysyłanie|niepisanie
        proszę|prosze o ~1 usunięcie|rezygnację|wyłączenie|skasowanie $
        ^ proszę|prosze ~1 usunąć|wyłączyć|wyrejestrować|zaprzestać|anulować|zakończyć $
        proszę|prosze mnie ~1 usunąć|wykreślić|skasować
        MORE ~1 TEXTS ~1 NOT
        niech|żebyście ~3 NOT|przestan* ~2 WRITE|SEND|pisali|wysyłali
        żebyście|zebyscie NOT ~2 pisali|wysyłali
    """,
    doubts="""
        zostawcie|zostaw ~1 mnie
        dajcie|daj|dać ~1 spokój
        to pomyłka
        kto to|pisze
        odczep*|spadaj*|odwal*|spierdal*
        nie znam
        nie zapisywał*|zamawiał*|wyrażał*|rejestrował*|prosił*
        co to jest
        nie przeszkadza*
        za często
    """,
    demands="""
        mogę|można|chciał* prosić o ~1 LEAVE|REMOVE
    """,
)
