"""Which countries there are, as phone numbers are read: only for those who check, since all of them are loaded."""

from phonenumbers import SUPPORTED_REGIONS


def country_fault(code: str) -> str | None:
    """Why this is no country whose numbers could sign up; None when it is one."""
    if code in SUPPORTED_REGIONS:
        return None
    return f"`{code}` is no country; write its two letters of ISO 3166, such as PL or GB."
