"""Corpora of answers, and how well they are read."""

import json
from dataclasses import dataclass
from pathlib import Path

from twofold.messages.replies.model import DOUBTFUL, STOP
from twofold.messages.replies.wording.read_intent import read_intent

CORPORA = Path(__file__).parents[2] / "corpora"


@dataclass(frozen=True, slots=True)
class Example:
    """`wants` is stop, none or doubtful; a doubtful one may be read as STOP or DOUBTFUL."""

    language: str
    text: str
    wants: str


@dataclass(frozen=True, slots=True)
class Count:
    stops: int
    missed: int
    harmless: int
    false_stops: int
    doubted: int

    def __str__(self) -> str:
        return (
            f"stops {self.stops}, missed {self.missed}; "
            f"harmless {self.harmless}, false stops {self.false_stops}, doubtful {self.doubted}"
        )


def read_corpus(name: str) -> list[Example]:
    rows = json.loads((CORPORA / name).read_text("utf-8"))
    return [Example(row["language"], row["text"], row["wants"]) for row in rows]


def count(examples: list[Example]) -> Count:
    stops = [read_intent(example.text) for example in examples if example.wants == "stop"]
    harmless = [read_intent(example.text) for example in examples if example.wants == "none"]
    return Count(
        stops=len(stops),
        missed=sum(read != STOP for read in stops),
        harmless=len(harmless),
        false_stops=harmless.count(STOP),
        doubted=harmless.count(DOUBTFUL),
    )
