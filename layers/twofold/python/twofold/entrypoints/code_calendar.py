"""A code's last day as an entry for calendars."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from msgspec import UnsetType

from twofold.contracts.errors import Gone, NotFound
from twofold.contracts.instants import Clock

from . import icalendar
from .code_scene import AHEAD, CodeScene, CodeScenes

BEFORE = "-PT15H"
"""When it rings: at nine in the morning of the day before, wherever the phone is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCalendar:
    """`site` is our address, without a trailing slash."""

    scenes: CodeScenes
    site: str
    clock: Clock

    def __call__(self, code: str, wished: str | None) -> str:
        """In the visitor's language. Raises NotFound, also for a code without an end, and Gone for one that is over."""
        scene = self.scenes(code, wished)
        until = scene.status.last_day
        if isinstance(until, UnsetType):
            raise NotFound("This code is good for ever.", code="code_without_end")
        if scene.kind not in AHEAD:
            raise Gone("This code is over.", code="code_over")
        return calendar(scene, self.site, date.fromisoformat(until), self.clock())


def calendar(scene: CodeScene, site: str, day: date, at: datetime) -> str:
    """One entry, all day, with an alarm the day before. The same code is always the same entry."""
    title = icalendar.text(
        f"{scene.say['calendar_title'].replace('{offer}', scene.title)} · {scene.campaign.brand}"
    )
    return icalendar.written(
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Twofold//Discount codes//EN",
            "BEGIN:VEVENT",
            f"UID:{icalendar.text(scene.name)}@{urlsplit(site).hostname}",
            f"DTSTAMP:{icalendar.moment(at)}",
            f"DTSTART;VALUE=DATE:{icalendar.day(day)}",
            f"DTEND;VALUE=DATE:{icalendar.day(day + timedelta(days=1))}",
            f"SUMMARY:{title}",
            f"DESCRIPTION:{icalendar.text(_described(scene, site))}",
            f"URL:{site}{scene.path}",
            *_located(scene),
            "TRANSP:TRANSPARENT",
            *_alarm(title),
            "END:VEVENT",
            "END:VCALENDAR",
        )
    )


def _alarm(title: str) -> tuple[str, ...]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:{BEFORE}",
        "END:VALARM",
    )


def _described(scene: CodeScene, site: str) -> str:
    return "\n".join((scene.status.code, *scene.terms(), f"{site}{scene.path}"))


def _located(scene: CodeScene) -> tuple[str, ...]:
    """Where to go, if there is but one place."""
    terms = scene.status.terms
    places = [] if isinstance(terms, UnsetType) else scene.places(terms)
    return (f"LOCATION:{icalendar.text(places[0])}",) if len(places) == 1 else ()
