"""Which shop systems tell a deployment of carts, orders and refunds by themselves."""

from dataclasses import dataclass

from twofold.contracts.shops import SHOP_SYSTEMS, ShopSystem


@dataclass(frozen=True, slots=True, kw_only=True)
class Shops:
    """A field for each shop system. One that is true gets a secret, by which its signatures are checked; the others'
    addresses answer with 404.
    """

    shopify: bool = False
    woocommerce: bool = False

    @property
    def names(self) -> tuple[ShopSystem, ...]:
        """Of those that are true, as their secrets are called."""
        return tuple(name for name in SHOP_SYSTEMS if getattr(self, name))
