"""Which shop systems tell a deployment of carts, orders and refunds by themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shops:
    """Each that is true gets a secret, by which its signatures are checked; the others' addresses answer with 404."""

    shopify: bool = False
    woocommerce: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Of those that are true, as their secrets are called."""
        asked = {"shopify": self.shopify, "woocommerce": self.woocommerce}
        return tuple(name for name, wanted in asked.items() if wanted)
