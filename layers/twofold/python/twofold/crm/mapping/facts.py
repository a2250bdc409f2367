"""What can be said of a lead in a CRM, by our own names; what a mapping calls a field is one of these."""

from collections.abc import Mapping

from twofold.contracts import events as e
from twofold.contracts.events import Envelope
from twofold.leads.model import STAGES
from twofold.webhooks.rendering.contact import Contact

Value = str | bool | int | tuple[str, ...] | None
"""None: it is to be empty there. A tuple is a set of tags or consents."""

Facts = Mapping[str, Value]

ATTRIBUTE = "attributes."
"""What a lead told of themselves: `attributes.first_name`."""

CODE_STATES = {
    e.CodeIssued.type: "issued",
    e.CodeRedeemed.type: "redeemed",
    e.CodeRolledBack.type: "issued",
    e.CodeExpired.type: "expired",
    e.CodeRevoked.type: "revoked",
}

NAMES = (
    "lead_id",
    "version",
    "phone",
    "status",
    "opted_out",
    "stage",
    "rating",
    "tags",
    "consents",
    "locale",
    "code",
    "code_state",
    "code_expires_at",
    "last_event",
    "last_event_at",
)
"""`version` is the lead's when it was told; `opted_out` is whether nobody may text them (left, or was erased)."""

HEARD = ("opted_out", "stage", "tags")
"""What a CRM may change besides attributes; the rest it is only told."""

RATINGS = dict(zip(STAGES, ("Cold", "Cold", "Warm", "Hot", "Hot", "Hot"), strict=True))
"""How warm a lead is by their stage, as Salesforce rates them."""


def facts(event: Envelope, contact: Contact, name: str) -> Facts:
    """All that is known once this happened; `name` is what people call the event."""
    known: dict[str, Value] = {
        "lead_id": contact.lead_id,
        "version": contact.version,
        "phone": contact.phone,
        "status": contact.status,
        "opted_out": contact.status == "opted_out",
        "stage": contact.stage,
        "rating": RATINGS.get(contact.stage),
        "tags": tuple(sorted(contact.tags)),
        "consents": tuple(sorted(contact.consents)),
        "locale": contact.locale,
        "last_event": name,
        "last_event_at": event.time,
    }
    attributes = {f"{ATTRIBUTE}{k}": v for k, v in (contact.attributes or {}).items()}
    return {**_gone(event), **known, **attributes, **_code(event)}


def erased(event: Envelope, name: str) -> Facts:
    """All that may still be said of a lead who was forgotten."""
    return {
        "lead_id": event.subject,
        "version": event.version,
        "status": "erased",
        "opted_out": True,
        "last_event": name,
        "last_event_at": event.time,
    }


def forward(event: Envelope) -> bool:
    """Whether this is when a CRM is told the stage: at first, and when it moved on. We never move one back there."""
    data = event.data
    if isinstance(data, e.LeadStageChanged):
        return _rank(data.stage) > _rank(data.was)
    return isinstance(data, e.LeadConfirmed)


def _rank(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else -1


def _gone(event: Envelope) -> Facts:
    """Attributes that changed: one that the lead has no more is emptied there, too."""
    fields = event.data.fields if isinstance(event.data, e.LeadUpdated) else ()
    return {f"{ATTRIBUTE}{field}": None for field in fields}


def _code(event: Envelope) -> Facts:
    state = CODE_STATES.get(event.type)
    code = getattr(event.data, "code", None)
    # A part of the money went back: the code itself is as it was.
    if state is None or code is None or (isinstance(event.data, e.CodeRolledBack) and not event.data.whole):
        return {}
    told = {"code": code, "code_state": state}
    return (
        {**told, "code_expires_at": event.data.expires_at} if isinstance(event.data, e.CodeIssued) else told
    )
