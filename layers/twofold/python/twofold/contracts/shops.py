"""The shop systems that tell a deployment of carts, orders and refunds by themselves."""

from typing import Literal, get_args

ShopSystem = Literal["shopify", "woocommerce"]
"""The name is part of stored ids. The system's secret, its switch in an environment's `[shops]` and its address below
`/callbacks/` are called the same.
"""

SHOP_SYSTEMS: tuple[ShopSystem, ...] = get_args(ShopSystem)


def shop_source(system: ShopSystem, shop: str) -> str:
    """Which shop it is that tells, `shopify:SHOP`: the ids of all that it tells of begin with it."""
    return f"{system}:{shop}"
