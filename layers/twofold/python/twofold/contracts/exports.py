"""What can be exported, how it is written, and where the files lie in the deployment's bucket."""

from typing import Literal

Kind = Literal["leads", "consents", "codes", "messages", "ledger", "audience"]
Format = Literal["csv", "jsonl", "parquet"]
Platform = Literal["google", "meta"]

PERSONAL, PLAIN = "personal", "plain"
"""Folders: of what names people, which goes as soon as somebody is erased, and of what holds ids alone."""

NAMES_PEOPLE: frozenset[Kind] = frozenset({"leads", "consents", "messages", "audience"})
"""Numbers, names, what was written, or hashes by which a platform knows somebody."""


def folder_of(kind: Kind) -> str:
    return PERSONAL if kind in NAMES_PEOPLE else PLAIN
