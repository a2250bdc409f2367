"""What a person sees where a program would get a problem document."""

from typing import Any

from twofold.contracts.routes import ROUTES

from . import problems
from .callers import is_a_person
from .pages import SAFE, Pages

_FOR_PEOPLE = {f"{route.method} {route.path}" for route in ROUTES if route.media == "text/html"}
_LOST, _OVER, _BROKEN = "lost", "over", "broken"
_OF_STATUS = {404: _LOST, 410: _OVER}
_WORDS = {
    "en": {
        _LOST: ("There is nothing here", "Please check the link, or scan the code once more."),
        _OVER: ("This is over", "The link was good for a while only. You will find what is new with us."),
        _BROKEN: ("This does not work right now", "Please try again in a moment."),
    },
    "de": {
        _LOST: ("Hier ist nichts", "Prüfe den Link oder scanne den Code noch einmal."),
        _OVER: ("Das ist vorbei", "Der Link galt nur eine Zeit lang. Neues findest du bei uns."),
        _BROKEN: ("Das geht gerade nicht", "Versuche es gleich noch einmal."),
    },
    "es": {
        _LOST: ("Aquí no hay nada", "Comprueba el enlace o escanea el código otra vez."),
        _OVER: ("Esto ha terminado", "El enlace solo valía por un tiempo. Pregúntanos qué hay de nuevo."),
        _BROKEN: ("Ahora mismo no funciona", "Inténtalo de nuevo en un momento."),
    },
    "fr": {
        _LOST: ("Il n’y a rien ici", "Vérifiez le lien ou scannez le code encore une fois."),
        _OVER: (
            "C’est terminé",
            "Ce lien n’était valable qu’un temps. Les nouveautés vous attendent chez nous.",
        ),
        _BROKEN: ("Cela ne fonctionne pas pour le moment", "Veuillez réessayer dans un instant."),
    },
    "pl": {
        _LOST: ("Tu niczego nie ma", "Sprawdź link albo zeskanuj kod jeszcze raz."),
        _OVER: ("To już koniec", "Link działał tylko przez pewien czas. Nowości czekają u nas."),
        _BROKEN: ("To chwilowo nie działa", "Spróbuj ponownie za chwilę."),
    },
    "vi": {
        _LOST: ("Không có gì ở đây", "Bạn hãy kiểm tra liên kết hoặc quét lại mã."),
        _OVER: (
            "Đã hết hạn",
            "Liên kết chỉ dùng được trong một thời gian. Hãy ghé chúng tôi để xem ưu đãi mới.",
        ),
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
