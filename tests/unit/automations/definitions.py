"""Small automations and leads that the tests of their parts are about."""

from datetime import UTC, datetime

from twofold.automations.definition.automation import Automation, On
from twofold.automations.definition.steps import AnyStep, Send, Wait
from twofold.leads.model import Lead
from twofold.leads.phone import Phone

TUESDAY = datetime(2026, 11, 24, 11, tzinfo=UTC)

DAY_7 = Send(id="day-7", template="reminder")
DAY_21 = Send(id="day-21", template="last_reminder")
TWO_REMINDERS = (Wait(days=7), DAY_7, Wait(days=14), DAY_21)


def an_automation(*steps: AnyStep, **fields: object) -> Automation:
    """On a code's issue; the two reminders where no steps are given."""
    made: dict[str, object] = {
        "automation_id": "unused-code",
        "campaign_id": "buffet-20",
        "name": "Code not used yet",
        "trigger": On(event="code.issued"),
        "steps": steps or TWO_REMINDERS,
        **fields,
    }
    return Automation(**made)  # type: ignore[arg-type]


def a_lead(
    lead_id: str = "LEAD", number: str = "+48601234567", country: str = "PL", **fields: object
) -> Lead:
    known: dict[str, object] = {"status": "confirmed", "version": 1, "scopes": ("marketing",), **fields}
    return Lead(lead_id=lead_id, phone=Phone(number, country), **known)  # type: ignore[arg-type]
