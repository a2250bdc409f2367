"""What greets a visitor."""

from .base import Answer


class ConsentText(Answer, frozen=True):
    version: str
    text: str
    terms_url: str
    privacy_url: str


class AssetSettings(Answer, frozen=True):
    """What a widget needs to greet a visitor."""

    asset_id: str
    kind: str
    brand: str
    title: str
    locale: str
    countries: list[str]
    consent: ConsentText
    texts: dict[str, str]
    rules: dict[str, int]
    theme: dict[str, str]
