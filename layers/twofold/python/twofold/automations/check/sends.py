"""Texts that an automation sends: there, meant for marketing, and with something to say."""

from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import Send
from twofold.campaigns.model import Campaign
from twofold.messages.texts.findings import Finding, error

from . import place, templates
from .itself import SLUG
from .waits import LONGEST

MOST_SHARE = 1_000


def faults(path: str, at: int, automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    """`at` is where the step stands among the automation's."""
    send = automation.steps[at]
    assert isinstance(send, Send)
    if not send.template and not send.variants:
        yield error(f"{path}.template", "no_template", "say which template it sends, such as reminder.")
    if send.template and send.variants:
        yield error(
            f"{path}.template", "template_and_variants", "its variants say what is sent; leave this out."
        )
    elif send.template:
        yield from templates.faults(f"{path}.template", send.template, at, automation, campaign)
    yield from _variants(path, at, automation, campaign)
    yield from _bounds(path, send, automation)


def _variants(path: str, at: int, automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    send = automation.steps[at]
    assert isinstance(send, Send)
    names = [variant.name for variant in send.variants]
    for number, variant in enumerate(send.variants):
        part = f"{path}.variants[{number}]"
        if not SLUG.fullmatch(variant.name):
            detail = "a variant is called by up to 40 small letters, digits and hyphens, such as short."
            yield error(f"{part}.name", "no_slug", detail)
        elif variant.name in names[:number]:
            yield error(f"{part}.name", "twice", f"another variant is called {variant.name}.")
        if not 1 <= variant.share <= MOST_SHARE:
            yield error(f"{part}.share", "no_share", f"a variant is for a share of 1 to {MOST_SHARE}.")
        yield from templates.faults(f"{part}.template", variant.template, at, automation, campaign)


def _bounds(path: str, send: Send, automation: Automation) -> Iterator[Finding]:
    hours = LONGEST.days * 24
    if send.within_hours is not None and not 1 <= send.within_hours <= hours:
        detail = f"this is 1 to {hours} hours; leave it out, and the text may go for three days."
        yield error(f"{path}.within_hours", "out_of_range", detail)
    if send.once_per == "cart" and not place.has_cart(automation):
        detail = "there is no cart: only an automation that cart.updated sets off is about one."
        yield error(f"{path}.once_per", "no_cart", detail)
