"""The base of every stored form."""

from pynamodb.models import Model


class Item(Model):
    """Base of all items; `connect` says which table each one lives in."""

    class Meta:
        table_name = ""
