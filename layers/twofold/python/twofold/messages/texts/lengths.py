"""How long a template becomes with the longest values that are likely, and what would make it shorter."""

from collections.abc import Iterator, Mapping

from twofold.messages.model import VERIFICATION

from .bound import bound_line, host_of
from .costly import Costly
from .findings import Finding
from .parts import CAPACITY, count_parts, suggest
from .preview import Preview, preview
from .samples import worst_case
from .written import Written

MOST_PARTS = 10
"""Of 153 characters each, so 1530 in all: providers take no more."""


def length(written: Written, site: str) -> Iterator[Finding]:
    """At most one finding. A verification code's text ends with the line that binds it to our site."""
    ending = bound_line(host_of(site), "{code}") if written.name == VERIFICATION else ""
    values = worst_case(written.campaign, written.name, written.locale, site)
    filled = preview(written.text + ending, values)
    parts = filled.measure.parts
    if parts > MOST_PARTS:
        detail = f"Filled in, it has {len(filled.text)} characters in {parts} parts; a text has {MOST_PARTS} at most."
        yield written.error("too_long", detail)
    elif parts > 1 and written.name == VERIFICATION:
        detail = f"A code must come in one part, its last line {ending.strip()} included."
        yield written.error("verification_too_long", f"{detail} {_why(written, filled, values)}")
    elif parts > 1:
        detail = f"Filled in, it takes {parts} parts and costs {parts} times one part."
        yield written.advice("several_parts", f"{detail} {_why(written, filled, values)}")


def _why(written: Written, filled: Preview, values: Mapping[str, str]) -> str:
    measure = filled.measure
    if not measure.costly:
        return f"That is {measure.units - CAPACITY['GSM-7'][0]} characters too many for one."
    first = measure.costly[0]
    others = len({costly.character for costly in measure.costly}) - 1
    more = f", and {others} other{'s' if others > 1 else ''} likewise" if others else ""
    said = f"{first.advice[:-1]}{_source(first, written, values)}{more}"
    return f"{said}: one such character leaves 70 to a part instead of 160. {_saved(filled)}".rstrip()


def _source(costly: Costly, written: Written, values: Mapping[str, str]) -> str:
    """Which field brings it, when it is not the template's own."""
    names = [name for name in written.fields if costly.character in values.get(name, "")]
    return f" in {{{names[0]}}}" if names and costly.character not in written.text else ""


def _saved(filled: Preview) -> str:
    cheaper = suggest(filled.text)
    parts = count_parts(cheaper)
    if parts == filled.measure.parts:
        return ""
    return f"In GSM-7 it takes {parts} part{'s' if parts > 1 else ''}."
