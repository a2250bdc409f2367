"""What a single template must fulfil, whatever its length."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from twofold.messages.model import CODE, REFERRAL, VERIFICATION

from .fields import FIRST_NAME, JOIN, LINK, known_fields
from .fill import loose_braces, missing
from .findings import Finding
from .samples import worst_case
from .shorteners import shortener_in
from .stop_wording import says_stop
from .written import Written

Rule = Callable[[Written], Iterator[Finding]]

_NEEDED = {
    VERIFICATION: ("code", "without the code, nobody can confirm."),
    CODE: ("code", "without the code, there is nothing to spend."),
    REFERRAL: ("code", "without the code, there is nothing to spend."),
    JOIN: ("consent", "who answers agrees to these words, so they must be read first."),
}
"""The field without which a template is of no use."""

TO_A_CART = frozenset({"cart_code", "cart"})
"""Their link leads back to the lead's own cart, where the shop tells its address."""


def unknown_fields(written: Written) -> Iterator[Finding]:
    known = sorted(known_fields(written.name))
    for name in written.fields:
        if name not in known:
            near = get_close_matches(name.strip().lower(), known, n=1, cutoff=0.5)
            meant = f"Did you mean {{{near[0]}}}? " if near else ""
            detail = f"{written.name} has no field {{{name}}}. {meant}There are {_listed(known)}."
            yield written.error("unknown_field", detail)


def blanks(written: Written) -> Iterator[Finding]:
    """Fields without words of their own that would stay blank: a text with a gap is not sent."""
    values = worst_case(written.campaign, written.name, written.locale)
    for name in missing(written.text, values):
        if name in values:
            detail = f"The campaign has nothing to put in for {{{name}}}, so this text could never be sent."
            yield written.error("field_never_filled", f"{detail} Add it, or write {{{name}|other words}}.")
    if FIRST_NAME in values and FIRST_NAME in missing(written.text, {**values, FIRST_NAME: ""}):
        detail = "Who gave no name does not get this text. With {first_name|there} all do."
        yield written.advice("first_name_may_be_missing", detail)


def braces(written: Written) -> Iterator[Finding]:
    loose = loose_braces(written.text)
    if "{" in loose:
        detail = "A { is never closed, so the phone would show it. Write fields like {brand} or {first_name|there}."
        yield written.error("brace_not_closed", detail)
    elif loose:
        yield written.advice("brace_not_opened", "A } closes nothing; the phone will show it.")


def needed(written: Written) -> Iterator[Finding]:
    name, why = _NEEDED.get(written.name, ("", ""))
    if name and name not in written.fields:
        yield written.error(f"{name}_missing", f"Put {{{name}}} where it belongs: {why}")


def stop(written: Written) -> Iterator[Finding]:
    if written.is_marketing and not says_stop(written.text, written.locale):
        detail = (
            "Every marketing text says how to stop. Put STOP in capitals into it, such as “STOP to stop”."
        )
        yield written.error("stop_missing", detail)


def link(written: Written) -> Iterator[Finding]:
    if LINK not in missing(written.text, {}) or written.campaign.target_url or written.name == CODE:
        return
    if "code" in written.fields:
        detail = "{link} leads to the code's page; without a target_url, who has no code yet does not get this text."
        yield written.advice("link_may_lead_nowhere", detail)
    elif written.name in TO_A_CART:
        detail = (
            "{link} leads to the cart; without a target_url, who has a cart without an address gets no text."
        )
        yield written.advice("link_may_lead_nowhere", f"{detail} With {{link|other words}} they do.")
    else:
        detail = (
            "{link} leads nowhere. Give the campaign a target_url, write {link|other words}, or take it out."
        )
        yield written.error("link_leads_nowhere", detail)


def shortener(written: Written) -> Iterator[Finding]:
    found = shortener_in(written.text)
    if found:
        detail = (
            f"Carriers block texts with {found}, because anybody can hide a link behind it. "
            "Write {link}: it is short and on your own domain."
        )
        yield written.error("public_shortener", detail)


RULES: tuple[Rule, ...] = (unknown_fields, blanks, braces, needed, stop, link, shortener)


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
