"""Days as people write them."""

from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "vi": "1 2 3 4 5 6 7 8 9 10 11 12",
}
_FORMS = {
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
    "vi": "{day} tháng {month}, {year}",
}
_FIRST = {"fr": "1er"}
"""What the first of a month is called."""


def in_words(iso: str, locale: str) -> str:
    """An ISO 8601 day, such as `22 December 2026`; the ISO day where we lack the language."""
    day, language = date.fromisoformat(iso), locale.replace("_", "-").split("-")[0].lower()
    if language not in _MONTHS:
        return day.isoformat()
    form = _FORMS.get(language, "{day} {month} {year}")
    number = _FIRST.get(language, "1") if day.day == 1 else str(day.day)
    return form.format(day=number, month=_MONTHS[language].split()[day.month - 1], year=day.year)
