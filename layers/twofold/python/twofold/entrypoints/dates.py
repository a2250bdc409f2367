"""Days as people write them."""

from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
_FORMS = {"de": "{day}. {month} {year}"}


def in_words(instant: str, locale: str) -> str:
    """The day of an ISO 8601 instant, such as `22 December 2026`; the ISO day where we lack the language."""
    day, language = date.fromisoformat(instant[:10]), locale.replace("_", "-").split("-")[0].lower()
    if language not in _MONTHS:
        return day.isoformat()
    form = _FORMS.get(language, "{day} {month} {year}")
    return form.format(day=day.day, month=_MONTHS[language].split()[day.month - 1], year=day.year)
