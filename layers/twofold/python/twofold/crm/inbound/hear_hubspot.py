"""What HubSpot sends: an array of single properties that changed.

Such a change names the contact by HubSpot's own id alone. Whose it is we learn from HubSpot too: our own writing of the
lead's id into a contact, by itself or behind the version, is a change like any other.
"""

from collections.abc import Sequence

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.crm import MOST_CHANGES, HubSpotChange
from twofold.crm.mapping.model import CrmMapping

from .changes import Told
from .hear_flat import LONGEST_ID, from_milliseconds

_CONTACT = "0-1"
"""HubSpot's objectTypeId of contacts."""


def read_hubspot(mapping: CrmMapping, changes: Sequence[HubSpotChange]) -> tuple[Told, ...]:
    """One for each, in their order; of another kind of event, or of another object, nothing is told.

    Raises InvalidRequest for more than HubSpot sends at a time.
    """
    if len(changes) > MOST_CHANGES:
        raise InvalidRequest(f"At most {MOST_CHANGES} changes at a time.", field="body")
    version = mapping.fields["version"]
    # Nobody but us writes the version: what changed with it in one go was our writing.
    ours = {_moment(change) for change in changes if change.property_name == version}
    return tuple(_told(mapping, change, ours) for change in changes)


def _moment(change: HubSpotChange) -> tuple[int, int, int]:
    return change.portal_id, change.object_id, change.occurred_at


def _told(mapping: CrmMapping, change: HubSpotChange, ours: set[tuple[int, int, int]]) -> Told:
    name = change.property_name
    learns = _lead_id(mapping, change)
    return Told(
        their_id=f"{change.portal_id}/{change.object_id}",
        at=from_milliseconds(change.occurred_at, "occurredAt"),
        own=_own(mapping, change) or _moment(change) in ours or name == mapping.fields["lead_id"],
        values={name: change.property_value} if name and _of_a_contact(change) else {},
        learns=learns if learns and len(learns) <= LONGEST_ID else None,
    )


def _lead_id(mapping: CrmMapping, change: HubSpotChange) -> str | None:
    if change.property_name == mapping.fields["lead_id"]:
        return change.property_value
    _, _, lead_id = (change.property_value or "").partition(" ")
    return lead_id if change.property_name == mapping.fields["version"] else None


def _own(mapping: CrmMapping, change: HubSpotChange) -> bool:
    """Whether the app that tells us made the change: by its own token, which is ours."""
    if (change.change_source or "").upper() != "INTEGRATION":
        return False
    return change.source_id in (None, "", str(change.app_id), mapping.options["source_id"] or None)


def _of_a_contact(change: HubSpotChange) -> bool:
    kind, _, what = change.subscription_type.partition(".")
    return what == "propertyChange" and (
        kind == "contact" or (kind, change.object_type_id) == ("object", _CONTACT)
    )
