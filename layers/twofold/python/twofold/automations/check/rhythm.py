"""Texts that come too soon after one another, or too late to be of use: no faults, but seldom what was meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.marketing import is_marketing
from twofold.automations.definition.steps import AnyStep, IssueCode, Send, Wait
from twofold.automations.running.timing import span_of
from twofold.campaigns.model import Campaign
from twofold.contracts.events import CodeIssued
from twofold.messages.texts.findings import Finding, advice

from . import place

CAP = timedelta(hours=24)
"""A lead gets one marketing text in that time, unless the deployment says otherwise (`cap_day`)."""

_SEVERAL = frozenset({"lead.tags", "messages.templates"})
"""Facts that say several words at once: of two words, both may be true."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A step, and how long after entering it is done at the soonest."""

    at: int
    step: AnyStep
    after: timedelta


def moments(automation: Automation) -> Iterator[Moment]:
    """Each acting step; a wait for a time of day, or after the cart's last change, may be over at once."""
    passed = timedelta()
    for at, step in enumerate(automation.steps):
        if isinstance(step, Wait) and step.after == "step":
            passed += span_of(step)
        elif not step.waits:
            yield Moment(at, step, passed)


def hints(automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    """To be asked of waits that make sense only."""
    yield from _too_soon(automation)
    yield from _never(automation, campaign)
    if automation.acting and automation.steps[-1].waits:
        detail = "nothing comes after this wait, so it is over before."
        yield advice(f"steps[{len(automation.steps) - 1}]", "waits_at_the_end", detail)


def _too_soon(automation: Automation) -> Iterator[Finding]:
    sent: list[Moment] = []
    for moment in moments(automation):
        if not is_marketing(moment.step):
            continue
        near = [m for m in sent if moment.after - m.after < CAP and not _either_or(m.step, moment.step)]
        if near:
            detail = (
                f"less than {CAP / timedelta(hours=1):.0f} hours lie between it and {near[-1].step.id}. A lead gets "
                "one marketing text in that time, so it waits, and may be too late; put a longer wait between them."
            )
            yield advice(f"steps[{moment.at}]", "too_soon", detail)
        sent.append(moment)


def _never(automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    given = timedelta() if place.event_of(automation) is CodeIssued else None
    good = campaign.offer.valid_days
    for moment in moments(automation):
        if isinstance(moment.step, IssueCode) and not moment.step.when:
            given, good = moment.after, (moment.step.offer or campaign.offer).valid_days
        if given is None or good is None or not isinstance(moment.step, Send):
            continue
        days = (moment.after - given).days
        if days > good:
            detail = (
                f"it comes {days} days after the code, which is good for {good}: it never goes. Wait less."
            )
            yield advice(f"steps[{moment.at}]", "never_goes", detail)


def _either_or(one: AnyStep, other: AnyStep) -> bool:
    """Whether nobody can get both, as what one asks for the other rules out."""
    return any(_excludes(a, b) or _excludes(b, a) for a in one.when for b in other.when)


def _excludes(one: Condition, other: Condition) -> bool:
    if one.fact != other.fact or one.fact in _SEVERAL or not one.is_:
        return False
    asked = {*one.is_} - {*one.not_}
    return (bool(other.is_) and asked.isdisjoint(other.is_)) or asked <= {*other.not_}
