"""The engine's ports on a scene: what it reads is of then, and what it writes is kept for the answer alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.automations.definition.automation import Automation
from twofold.automations.enrolments.enrolment import StepDue
from twofold.campaigns.model import Campaign
from twofold.codes.model import DiscountCode
from twofold.contracts.errors import NotFound
from twofold.leads.model import Lead
from twofold.messages.sending.send_log import SendLog
from twofold.orders.kept import KeptCart

from .scene import Scene


@dataclass(frozen=True, slots=True)
class OneCampaign:
    it: Campaign

    def campaign(self, campaign_id: str) -> Campaign:
        if campaign_id != self.it.campaign_id:
            raise NotFound(f"There is no campaign {campaign_id} here.")
        return self.it


@dataclass(frozen=True, slots=True)
class OneAutomation:
    it: Automation

    def of_campaign(self, campaign_id: str) -> Sequence[Automation]:
        return [self.it] if campaign_id == self.it.campaign_id else []

    def version(self, campaign_id: str, automation_id: str, version: int) -> Automation:
        return self.it


@dataclass(frozen=True, slots=True)
class LeadsThen:
    scene: Scene

    def lead(self, lead_id: str) -> Lead | None:
        return self.scene.lead()


@dataclass(frozen=True, slots=True)
class CodesThen:
    scene: Scene

    def find(self, code: str) -> DiscountCode:
        return self.scene.code(code)


@dataclass(frozen=True, slots=True)
class CartsThen:
    scene: Scene

    def find(self, cart_id: str) -> KeptCart | None:
        return self.scene.cart(cart_id)


@dataclass(frozen=True, slots=True)
class OrdersThen:
    scene: Scene

    def ordered(self, lead_id: str, since: datetime) -> bool:
        return self.scene.ordered(since)


@dataclass(frozen=True, slots=True)
class TextsThen:
    scene: Scene

    def templates(self, lead_id: str, since: datetime) -> frozenset[str]:
        return self.scene.templates(since)

    def send_log(self, lead_id: str, kind: str = "verification") -> SendLog:
        return self.scene.send_log()


@dataclass(frozen=True, slots=True)
class NoSchedules:
    """Whoever walks along a lead's way sees by their enrolments what is due next."""

    def wake(self, name: str, at: datetime, due: StepDue, within: timedelta) -> None:
        return

    def cancel(self, name: str) -> None:
        return


@dataclass(frozen=True, slots=True)
class NeverPaused:
    """A kill switch is pulled for an hour, and nobody knows when."""

    def paused(self) -> bool:
        return False
