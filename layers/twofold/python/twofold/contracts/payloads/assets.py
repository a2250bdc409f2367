"""What greets a visitor."""

from msgspec import UNSET, Struct, UnsetType, field

from .base import Answer


class ConsentText(Answer, frozen=True):
    version: str
    text: str
    terms_url: str
    privacy_url: str


class WidgetRules(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the widget speaks up. 0 (or false) switches a trigger off.

    `pages` and `not_pages` are paths of the shop with `*` for anything; no `pages` means everywhere. At most
    `most_popups` open by themselves in `most_popups_days`, and none for some days after one was sent away.
    """

    teaser: bool = True
    popup_after_s: int = 8
    popup_scroll_percent: int = 50
    popup_on_exit: bool = True
    popup_on_return: bool = False
    quiet_days_after_dismissal: int = 7
    most_popups: int = 3
    most_popups_days: int = 30
    pages: list[str] = field(default_factory=list)
    not_pages: list[str] = field(default_factory=list)


class WidgetVariant(Answer, frozen=True):
    """One of several ways to ask, weighed by `share`. What it says stands instead of the asset's own."""

    name: str
    share: int
    texts: dict[str, str]
    theme: dict[str, str]
    rules: WidgetRules | UnsetType = UNSET


class AssetSettings(Answer, frozen=True):
    """What a widget needs to greet a visitor.

    `texts` are complete, in `locale`; `locales` are all that can be asked for. `direction` is ltr or rtl. `apply_url`
    is where the shop takes a code, `{code}` in its place; a path is meant on the shop's own site.
    """

    asset_id: str
    kind: str
    brand: str
    title: str
    locale: str
    locales: list[str]
    direction: str
    countries: list[str]
    consent: ConsentText
    texts: dict[str, str]
    rules: WidgetRules
    theme: dict[str, str]
    variants: list[WidgetVariant]
    apply_url: str | UnsetType = UNSET
