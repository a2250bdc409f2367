"""The automations that a campaign has from the start, as data: a marketer may change each, or switch it off."""

from collections.abc import Callable

from twofold.automations.definition.automation import Automation

from .carts import cart, cart_with_code
from .codes import unused_code, welcome
from .declines import not_now
from .friends import thank_you
from .quiet import re_engage, win_back

_ALL: tuple[Callable[[str], Automation], ...] = (
    welcome,
    unused_code,
    cart_with_code,
    cart,
    re_engage,
    thank_you,
    win_back,
    not_now,
)


def presets(campaign_id: str) -> tuple[Automation, ...]:
    """All of them for one campaign, as they are shipped: on, in version 1, each known by the name of its preset."""
    return tuple(make(campaign_id) for make in _ALL)
