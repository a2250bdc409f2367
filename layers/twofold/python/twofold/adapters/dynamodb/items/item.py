"""The base of every stored form."""

from typing import Any

from pynamodb.models import Model


class Item(Model):
    """Base of all items; `connect` says which table each one lives in."""

    class Meta:
        table_name = ""

    def key(self) -> Any:
        """The value of the partition key."""
        return getattr(self, str(self._hash_keyname))
