"""When Klaviyo is told that somebody agreed to texts, or wants no more."""

from typing import Any

from twofold.contracts import events as e
from twofold.contracts.events import Envelope
from twofold.crm.mapping.model import CrmMapping
from twofold.messages.model import MARKETING
from twofold.webhooks.rendering.contact import Contact

_AGREED = (e.LeadConfirmed, e.LeadReturned, e.LeadOptedIn)


def consent(mapping: CrmMapping, event: Envelope, contact: Contact) -> dict[str, Any] | None:
    """The job that says so, as the lead stands now; None where nothing is to be said.

    A lead who left since they agreed is not subscribed by an event that comes late. Who leaves, leaves all lists.
    """
    if isinstance(event.data, e.LeadOptedOut) and contact.status == "opted_out":
        return _job("delete", contact, {"consent": "UNSUBSCRIBED"})
    if (
        not isinstance(event.data, _AGREED)
        or contact.status != "confirmed"
        or MARKETING not in contact.consents
    ):
        return None
    job = _job("create", contact, {"consent": "SUBSCRIBED", "consented_at": event.time})
    job["attributes"] |= {"historical_import": True, "custom_source": "Twofold"}
    if list_id := mapping.options["list_id"]:
        job["relationships"] = {"list": {"data": {"type": "list", "id": list_id}}}
    return job


def _job(verb: str, contact: Contact, marketing: dict[str, str]) -> dict[str, Any]:
    profile = {"phone_number": contact.phone, "subscriptions": {"sms": {"marketing": marketing}}}
    return {
        "type": f"profile-subscription-bulk-{verb}-job",
        "attributes": {"profiles": {"data": [{"type": "profile", "attributes": profile}]}},
    }
