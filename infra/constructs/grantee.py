"""What tables, secrets and the bus need to know of a function in order to let it in."""

from collections.abc import Iterable
from typing import Protocol

from twofold.contracts.settings import Settings


class Grantee(Protocol):
    """A role and an environment that grow by what is granted."""

    def allow(
        self, verbs: Iterable[str], resource: str, *, via: str | None = None, to: str | None = None
    ) -> None:
        """These verbs on one resource.

        `via` is the only AWS service that may use a key for the function, `to` the only one a role may be passed to.
        """

    def tell(self, *settings: Settings) -> None:
        """Puts settings into the environment, under the names that `from_env` reads."""
