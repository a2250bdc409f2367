"""The time zones of each country and their clocks, from the IANA database as it is locked with our packages.

Not from the machine: what was proved on one holds on all, and a government's change of mind comes with a release.
"""

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_NOT_LISTED = {"AC": "SH", "TA": "SH", "XK": "RS"}
"""Countries with telephone codes of their own that the database counts with another."""

_NOWHERE = {
    *("CET", "CST6CDT", "EET", "EST", "EST5EDT", "Factory", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"),
    *("GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "UCT", "UTC", "Universal", "Zulu"),
}
"""Names that keep a time and lie in no place."""


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """Every zone of a country by its ISO 3166 code, as `zone.tab` has them; none for what is no country."""
    return _by_country().get(_NOT_LISTED.get(country, country), ())


def is_place(zone: str) -> bool:
    """Whether the database knows the name, and it lies somewhere: `UTC` and `Etc/GMT+5` tell nothing of a person.

    Browsers that protect their users' privacy say `UTC`.
    """
    return zone in _names() and not zone.startswith("Etc/") and zone not in _NOWHERE


@cache
def clock_of(zone: str) -> ZoneInfo:
    """The clock of a zone that is a place."""
    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=zone)


@cache
def _by_country() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), zone)
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset((files("tzdata") / "zones").read_text("utf-8").split())
