"""Tries an automation on the leads there are, over days that have been: nothing is sent, and nothing is written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from twofold.automations.definition.automation import Automation
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope, LeadConfirmed, LeadReturned
from twofold.contracts.instants import Clock
from twofold.contracts.settings import SendingSettings
from twofold.messages.model import MARKETING
from twofold.messages.money.prices import Prices
from twofold.messages.sending.decide import Decide
from twofold.messages.sending.opening import opening_hours

from .answer import WhatHappens
from .arrive import Arrive
from .cost import CostOf
from .engine import Engine
from .enrolments import EnrolmentsThen
from .find import Find
from .follow import Follow, Progress
from .lead_then import LeadThen
from .notes import notes
from .period import Period
from .ports import Carts, Codes, Happenings, Leads
from .scene import Scene
from .sending import Sending
from .tally import Tally
from .timelines import Timelines
from .walk import Walk
from .words import trigger_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatWouldHappen:
    """`paced`: a campaign's days may go by faster here, as on one machine they may."""

    happenings: Happenings
    leads: Leads
    codes: Codes
    carts: Carts
    campaigns: CampaignBook
    sending: SendingSettings
    prices: Prices
    clock: Clock
    progress: Progress = lambda at, leads: None
    paced: bool = False

    def __call__(self, automation: Automation, first: date, last: date) -> WhatHappens:
        """As if it had been saved, for the first time and switched on, right before the first day (UTC).

        Its campaign is taken as it is now, but running. Raises NotFound without that campaign, InvalidRequest for days
        that are none or to come, Unavailable.
        """
        period = Period.of(first, last, self.clock())
        campaign = self.campaigns.campaign(automation.campaign_id)
        answer = WhatHappens(
            automation_id=automation.automation_id,
            version=automation.version,
            campaign_id=automation.campaign_id,
            name=automation.name,
            trigger=trigger_in_words(automation.trigger),
            first=first,
            last=last,
            seen_until=period.seen_until,
        )
        tried = msgspec.structs.replace(automation, on=True, moved_to=0)
        self._follow(tried, replace(campaign, paused=False), period, answer)
        answer.notes = list(notes(automation, campaign, answer, self.prices))
        return answer

    def _follow(
        self, automation: Automation, campaign: Campaign, period: Period, answer: WhatHappens
    ) -> None:
        scene = Scene(self._lead_then(), self.codes, self.carts)
        tally = Tally(automation, answer)
        timelines = Timelines(self.happenings, self.leads, automation)
        follow = Follow(
            find=Find(happenings=self.happenings, automation=automation, period=period),
            timelines=timelines,
            walk=self._walk(automation, campaign, period, scene, tally),
            tally=tally,
            progress=self.progress,
        )
        follow.as_time_goes_by() if automation.daily_most else follow.one_by_one()

    def _walk(
        self, automation: Automation, campaign: Campaign, period: Period, scene: Scene, tally: Tally
    ) -> Walk:
        opening = opening_hours(self.sending)
        book = EnrolmentsThen(scene, tally)
        engine = Engine(scene, book, campaign, automation, opening, paced=self.paced)
        enter, sources = engine.enter(), engine.sources
        return Walk(
            automation=automation,
            period=period,
            scene=scene,
            arrive=Arrive(automation=automation, scene=scene, sources=sources, enter=enter, tally=tally),
            leave=engine.leave(),
            run=engine.run(),
            send=Sending(
                scene=scene,
                tally=tally,
                survey=engine.survey(),
                decide=Decide(sending=self.sending),
                cost_of=CostOf(campaign, self.prices),
            ),
        )

    def _lead_then(self) -> LeadThen:
        return LeadThen(self._scopes, timedelta(days=self.sending.rest_days))

    def _scopes(self, event: Envelope) -> tuple[str, ...]:
        """What somebody agreed to who confirmed: the wording of their campaign that they were shown."""
        assert isinstance(event.data, LeadConfirmed | LeadReturned)
        try:
            wording = self.campaigns.campaign(event.campaign_id or "").wording(event.data.consent_version)
        except NotFound:
            wording = None
        return wording.scopes if wording else (MARKETING,)
