"""Corpora of answers that decline an offer, and of those that only sound like it."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from twofold.messages.replies.model import NOT_NOW

CORPORA = Path(__file__).parents[2] / "corpora"
OURS, UNSEEN = "declines_ours.json", "declines_unseen.json"
LEAVES = ("stop", "doubtful")
"""What those want who wish, or may wish, to be left alone."""


class Said(NamedTuple):
    language: str
    text: str
    wants: str


@cache
def said(name: str) -> list[Said]:
    rows = json.loads((CORPORA / name).read_text("utf-8"))
    return [Said(row["language"], row["text"], row["wants"]) for row in rows]


def declines(name: str) -> list[Said]:
    return [each for each in said(name) if each.wants == NOT_NOW]


def near_misses(name: str) -> list[Said]:
    return [each for each in said(name) if each.wants != NOT_NOW]


@cache
def leaving(language: str) -> list[Said]:
    """Whoever leaves in it, clearly or perhaps, in the corpora of replies."""
    rows = [row for name in ("ours", "blind", "unseen") for row in said(f"replies_{name}.json")]
    return [each for each in rows if each.wants in LEAVES and each.language == language]
