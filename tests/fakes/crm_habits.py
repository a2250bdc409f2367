"""What CRMs do to what they are told, besides keeping it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Spelling = Callable[[str], str]


def as_it_came(text: str) -> str:
    return text


def shouted(text: str) -> str:
    """`+48 601 234 567`, ANNA."""
    if text.startswith("+") and text[1:].isdigit():
        return " ".join((text[:3], text[3:6], text[6:9], text[9:]))
    return f" {text.upper()} "


def titled(text: str) -> str:
    """`0048601234567`, Anna; with a mark from right to left at its end, as from some keyboards."""
    return f"00{text[1:]}" if text.startswith("+") else f"{text.title()}\u200f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """`admits`: what it echoes says that we made the change. `late`: for how many rounds it waits with each."""

    spelling: Spelling = as_it_came
    admits: bool = True
    stamps: bool = False
    times: int = 1
    late: int = 0
    backwards: bool = False

    def order(self, echoes: Sequence[Any]) -> list[Any]:
        told = [echo for echo in echoes for _ in range(self.times)]
        return told[::-1] if self.backwards else told
