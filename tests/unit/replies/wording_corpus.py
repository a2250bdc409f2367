"""Corpora of answers, and how well they are read."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from twofold.messages.replies.model import DOUBTFUL, STOP
from twofold.messages.replies.wording import read_intent

CORPORA = Path(__file__).parents[2] / "corpora"


@dataclass(frozen=True, slots=True)
class Count:
    """Of `stops` clear ones, `unheard` were read as nothing of the kind, `doubted` were paused for a person to read.

    Of `harmless` ones, `false_stops` were opted out and `puzzling` paused.
    """

    stops: int
    unheard: int
    doubted: int
    harmless: int
    false_stops: int
    puzzling: int

    def __str__(self) -> str:
        return (
            f"clear stops {self.stops}: {self.unheard} unheard, {self.doubted} paused for a person; "
            f"harmless {self.harmless}: {self.false_stops} false stops, {self.puzzling} paused"
        )


def count(name: str) -> Count:
    rows = json.loads((CORPORA / name).read_text("utf-8"))
    read = Counter((row["wants"], read_intent(row["text"])) for row in rows)
    wants = Counter(row["wants"] for row in rows)
    stopped, doubted = read["stop", STOP], read["stop", DOUBTFUL]
    return Count(
        stops=wants["stop"],
        unheard=wants["stop"] - stopped - doubted,
        doubted=doubted,
        harmless=wants["none"],
        false_stops=read["none", STOP],
        puzzling=read["none", DOUBTFUL],
    )


def languages(name: str) -> set[str]:
    return {row["language"] for row in json.loads((CORPORA / name).read_text("utf-8"))}
