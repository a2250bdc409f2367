"""What was taken for granted, and what is worth a second look, in sentences."""

from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.automations.definition.steps import IssueCode
from twofold.campaigns.model import Campaign
from twofold.messages.money.prices import CENT, Prices

from .answer import WhatHappens


def notes(automation: Automation, campaign: Campaign, answer: WhatHappens, prices: Prices) -> Iterator[str]:
    if campaign.paused:
        yield "The campaign is paused now; this is as if it were running."
    if answer.last > answer.seen_until.date():
        yield "Some of these days have not come yet: only who enters until now is counted."
    if answer.running or any(step.texts_waiting for step in answer.steps):
        yield "What waits is not over: what these leads will do from now on, nobody knows."
    if any(isinstance(step, IssueCode) for step in automation.steps) and (
        campaign.pool or campaign.limits.codes
    ):
        yield "Whether the campaign has as many codes left to give is not looked at."
    unpriced = sorted(country for country in answer.countries if country not in prices.countries)
    if unpriced:
        yield f"[prices] has no row for {', '.join(unpriced)}: a part is reckoned at its default there."
    budget = campaign.budget.total
    if budget is not None and answer.total.most > budget * CENT:
        yield "It may cost more than the campaign's whole budget allows, which is not looked at otherwise."
