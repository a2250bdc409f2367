"""Leads as partners know them: one who was erased does not exist any more."""

from twofold.contracts.errors import NotFound

from .model import Lead


def existing(lead: Lead | None) -> Lead:
    """The lead. Raises NotFound when there is none, or none any more."""
    if lead is None or lead.status == "erased":
        raise NotFound("There is no such lead.", code="lead_not_found")
    return lead
