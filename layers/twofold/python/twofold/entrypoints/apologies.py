"""What a person sees where a program would get a problem document."""

from typing import Any

from twofold.contracts.routes import ROUTES

from . import problems
from .pages import SAFE, Pages

_FOR_PEOPLE = {f"{route.method} {route.path}" for route in ROUTES if route.media == "text/html"}
_LOST, _BROKEN = "lost", "broken"
_WORDS = {
    "en": {
        _LOST: ("There is nothing here", "Please check the link, or scan the code once more."),
        _BROKEN: ("This does not work right now", "Please try again in a moment."),
    },
    "pl": {
        _LOST: ("Tu niczego nie ma", "Sprawdź link albo zeskanuj kod jeszcze raz."),
        _BROKEN: ("To chwilowo nie działa", "Spróbuj ponownie za chwilę."),
    },
    "de": {
        _LOST: ("Hier ist nichts", "Prüfe den Link oder scanne den Code noch einmal."),
        _BROKEN: ("Das geht gerade nicht", "Versuche es gleich noch einmal."),
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
    # The edge does not hand `Accept` on, so that only one who names something else is taken for a program.
    return event["routeKey"] in _FOR_PEOPLE and "text/html" in event["headers"].get("accept", "text/html")


def _words(status: int, wished: str | None) -> dict[str, str]:
    language = (wished or "").replace("_", "-").split("-")[0].lower()
    locale = language if language in _WORDS else "en"
    heading, advice = _WORDS[locale][_BROKEN if status >= 500 else _LOST]
    return {"locale": locale, "heading": heading, "advice": advice}
