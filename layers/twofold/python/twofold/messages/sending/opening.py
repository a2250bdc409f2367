"""When a lead may be sent marketing, as the deployment's hours and the law of where they may be have it."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.settings import SendingSettings
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.messages.quiet_hours.window import Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    sending: SendingSettings

    def __call__(self, phone: Phone, lead: Lead | None, at: datetime) -> Opening:
        """The first moment from `at` on that is allowed wherever the lead may be; a stated zone or postcode narrows that."""
        raise NotImplementedError
