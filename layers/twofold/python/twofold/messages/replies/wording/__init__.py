"""What somebody who answers wants, read from their own words in fourteen languages."""

from .read_intent import read_intent

__all__ = ["read_intent"]
