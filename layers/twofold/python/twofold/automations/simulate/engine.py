"""The engine, set up on a scene: every decision is its own, and nothing of what it does leaves this process."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from twofold.automations.definition.automation import Automation
from twofold.automations.entering.enter import Enter
from twofold.automations.facts.look import Sources
from twofold.automations.leaving.leave import Leave
from twofold.automations.leaving.still_wanted import EnrolmentWants
from twofold.automations.running.make_step import MakeStep
from twofold.automations.running.plan_text import PlanText
from twofold.automations.running.postpone import Postpone
from twofold.automations.running.progress import Progress
from twofold.automations.running.run_step import RunStep
from twofold.automations.running.take_step import TakeStep
from twofold.automations.running.timing import Timing
from twofold.automations.running.versions import Versions
from twofold.automations.running.wake import WakeStep
from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.codes.draw import draw_code
from twofold.codes.ports import CodeBook
from twofold.leads.drawn import Drawn
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.leads.ports import LeadBook
from twofold.messages.ports import MessageBook
from twofold.messages.quiet_hours.window import Opening
from twofold.messages.sending.opening import OpeningFor
from twofold.messages.sending.survey import Survey
from twofold.orders.ports import CartBook

from .books import (
    CartsThen,
    CodesThen,
    LeadsThen,
    NeverPaused,
    NoSchedules,
    OneAutomation,
    OneCampaign,
    OrdersThen,
    TextsThen,
)
from .enrolments import EnrolmentsThen
from .limits import CountedHere
from .scene import Scene


@dataclass(frozen=True, slots=True)
class Watched:
    """Opening hours that note when they move a moment."""

    opening: OpeningFor
    scene: Scene

    def __call__(self, phone: Phone, lead: Lead | None, at: datetime) -> Opening:
        opening = self.opening(phone, lead, at)
        self.scene.shifted = opening.at > at
        return opening


class Engine:
    """`paced`: the campaign's days may go by faster, as on one machine they may."""

    def __init__(
        self,
        scene: Scene,
        book: EnrolmentsThen,
        campaign: Campaign,
        automation: Automation,
        opening: OpeningFor,
        *,
        paced: bool,
    ) -> None:
        self._scene, self._book, self._paced = scene, book, paced
        self._campaigns, self._automations = OneCampaign(campaign), OneAutomation(automation)
        self._opening = opening
        self._timing = Timing(opening=Watched(opening, scene))
        self._wake = WakeStep(scheduler=NoSchedules())
        self.sources = _sources(scene, self._campaigns)

    def enter(self) -> Enter:
        return Enter(
            sources=self.sources,
            book=self._book,
            timing=self._timing,
            wake=self._wake,
            pace_of=self._pace,
            clock=self._scene.clock,
        )

    def leave(self) -> Leave:
        return Leave(automations=self._automations, book=self._book, wake=self._wake, clock=self._scene.clock)

    def run(self) -> RunStep:
        make = MakeStep(plan_text=PlanText(pace_of=self._pace), draw_code=_draw)
        return RunStep(
            sources=self.sources,
            versions=Versions(automations=self._automations, timing=self._timing),
            book=self._book,
            postpone=Postpone(timing=self._timing, counter=CountedHere()),
            take=TakeStep(book=self._book, make=make, progress=Progress(timing=self._timing)),
            wake=self._wake,
            pace_of=self._pace,
            clock=self._scene.clock,
        )

    def survey(self) -> Survey:
        wants = EnrolmentWants(sources=self.sources, automations=self._automations, book=self._book)
        return Survey(
            campaigns=self._campaigns,
            leads=self.sources.leads,
            codes=self.sources.codes,
            book=self.sources.messages,
            wanted=wants,
            opening=self._opening,
            switch=NeverPaused(),
            clock=self._scene.clock,
            paced=self._paced,
        )

    def _pace(self, campaign: Campaign) -> Pace:
        return campaign.pace if self._paced else REAL


def _sources(scene: Scene, campaigns: OneCampaign) -> Sources:
    # The engine only ever asks these for one thing as it stands: the rest of each port, which writes, is not there.
    texts = TextsThen(scene)
    return Sources(
        campaigns=campaigns,
        leads=cast(LeadBook, LeadsThen(scene)),
        codes=cast(CodeBook, CodesThen(scene)),
        carts=cast(CartBook, CartsThen(scene)),
        orders=OrdersThen(scene),
        texts=texts,
        messages=cast(MessageBook, texts),
    )


def _draw(campaign: Campaign, at: datetime, taken: int) -> Drawn:
    """A code like those that the campaign generates: whether a pool would have had one is not asked."""
    return draw_code(campaign, at)
