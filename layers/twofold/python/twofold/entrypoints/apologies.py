"""What a person sees where a program would get a problem document."""

from typing import Any

from twofold.contracts.routes import pages as shown
from twofold.contracts.routes import signups as filled_in
from twofold.contracts.routes.route import Route

from . import problems
from .callers import is_a_person
from .pages import SAFE, Pages

_ROUTES = [each for room in (shown, filled_in) for each in vars(room).values() if isinstance(each, Route)]
_FOR_PEOPLE = {f"{route.method} {route.path}" for route in _ROUTES if route.media == "text/html"}
_LOST, _OVER, _LATER, _BROKEN = "lost", "over", "later", "broken"
_OF_STATUS = {404: _LOST, 410: _OVER, 429: _LATER}
_WORDS = {
    "en": {
        _LOST: ("There is nothing here", "Please check the link, or scan the code once more."),
        _OVER: ("This is over", "The link was good for a while only. You will find what is new with us."),
        _LATER: ("Please wait a little", "Your network has asked too often. Try again in ten minutes."),
        _BROKEN: ("This does not work right now", "Please try again in a moment."),
    },
    "de": {
        _LOST: ("Hier ist nichts", "Prüfe den Link oder scanne den Code noch einmal."),
        _OVER: ("Das ist vorbei", "Der Link galt nur eine Zeit lang. Neues findest du bei uns."),
        _LATER: (
            "Bitte warte etwas",
            "Aus deinem Netz wurde zu oft gefragt. Versuche es in zehn Minuten wieder.",
        ),
        _BROKEN: ("Das geht gerade nicht", "Versuche es gleich noch einmal."),
    },
    "es": {
        _LOST: ("Aquí no hay nada", "Comprueba el enlace o escanea el código otra vez."),
        _OVER: ("Esto ha terminado", "El enlace solo valía por un tiempo. Pregúntanos qué hay de nuevo."),
        _LATER: (
            "Espera un poco",
            "Tu red ha preguntado demasiadas veces. Inténtalo dentro de diez minutos.",
        ),
        _BROKEN: ("Ahora mismo no funciona", "Inténtalo de nuevo en un momento."),
    },
    "fr": {
        _LOST: ("Il n’y a rien ici", "Vérifiez le lien ou scannez le code encore une fois."),
        _OVER: (
            "C’est terminé",
            "Ce lien n’était valable qu’un temps. Les nouveautés vous attendent chez nous.",
        ),
        _LATER: (
            "Patientez un peu",
            "Votre réseau a fait trop de demandes. Veuillez réessayer dans dix minutes.",
        ),
        _BROKEN: ("Cela ne fonctionne pas pour le moment", "Veuillez réessayer dans un instant."),
    },
    "pl": {
        _LOST: ("Tu niczego nie ma", "Sprawdź link albo zeskanuj kod jeszcze raz."),
        _OVER: ("To już koniec", "Link działał tylko przez pewien czas. Nowości czekają u nas."),
        _LATER: ("Poczekaj chwilę", "Z Twojej sieci pytano zbyt często. Spróbuj ponownie za dziesięć minut."),
        _BROKEN: ("To chwilowo nie działa", "Spróbuj ponownie za chwilę."),
    },
    "vi": {
        _LOST: ("Không có gì ở đây", "Bạn hãy kiểm tra liên kết hoặc quét lại mã."),
        _OVER: (
            "Đã hết hạn",
            "Liên kết chỉ dùng được trong một thời gian. Hãy ghé chúng tôi để xem ưu đãi mới.",
        ),
        _LATER: ("Vui lòng đợi một chút", "Mạng của bạn đã hỏi quá nhiều lần. Hãy thử lại sau mười phút."),
        _BROKEN: ("Hiện chưa thực hiện được", "Bạn hãy thử lại sau giây lát."),
    },
}


def for_people(
    answer: dict[str, Any], event: dict[str, Any], pages: Pages, wished: str | None
) -> dict[str, Any]:
    """The answer, with a page instead of a problem where a person asked for a page; its status stays."""
    if answer["headers"].get("Content-Type") != problems.MEDIA_TYPE or not _is_for_a_person(event):
        return answer
    headers = answer["headers"] | SAFE | {"Content-Type": "text/html; charset=utf-8"}
    return answer | {
        "headers": headers,
        "body": pages.fill("apology.html", _words(answer["statusCode"], wished)),
    }


def _is_for_a_person(event: dict[str, Any]) -> bool:
    return event["routeKey"] in _FOR_PEOPLE and is_a_person(event["headers"])


def _words(status: int, wished: str | None) -> dict[str, str]:
    language = (wished or "").replace("_", "-").split("-")[0].lower()
    locale = language if language in _WORDS else "en"
    heading, advice = _WORDS[locale][_OF_STATUS.get(status, _BROKEN)]
    return {"locale": locale, "heading": heading, "advice": advice}
