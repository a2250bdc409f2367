"""Which countries there are, for whoever settings tell something by country."""

from phonenumbers import SUPPORTED_REGIONS


def is_country(code: str) -> bool:
    """By its ISO 3166 code, as numbers are read: a country without telephone numbers is none here."""
    return code in SUPPORTED_REGIONS
