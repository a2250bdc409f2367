"""What lead magnets need of the outside."""

from typing import Protocol


class Shelf(Protocol):
    """Where files lie that are handed over."""

    def address(self, file: str) -> str:
        """An address that gives the file to whoever has it, for some minutes."""
