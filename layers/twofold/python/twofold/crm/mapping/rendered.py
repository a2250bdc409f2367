"""Facts in the words of a mapping: which of their fields hold what, before a system writes it its own way."""

from itertools import accumulate, takewhile

from twofold.contracts.events import Envelope

from .facts import Facts, Value, forward
from .model import CrmMapping
from .systems import DEFAULTS

JOINT = ";"
"""Between the words of a set, where a system keeps it as one text."""


def rendered(mapping: CrmMapping, known: Facts, event: Envelope | None = None) -> dict[str, Value]:
    """Their fields and what is to stand there. The stage is among them only when `event` may tell it (None: always)."""
    told = {ours: value for ours, value in known.items() if ours in mapping.fields}
    if event and not forward(event):
        told.pop("stage", None)
        told.pop("rating", None)
    return {mapping.fields[ours]: said(mapping, ours, value) for ours, value in told.items()}


def said(mapping: CrmMapping, ours: str, value: Value) -> Value:
    """One fact in their words; what is longer than its field is cut, a set to as many whole words as it holds."""
    if ours == "stage":
        return mapping.stages.get(str(value), "")
    room = DEFAULTS[mapping.system].room(mapping.fields[ours])
    if room is None:
        return value
    if isinstance(value, tuple):
        return _fitting(value, room)
    return value[:room] if isinstance(value, str) else value


def _fitting(words: tuple[str, ...], room: int) -> tuple[str, ...]:
    ends = accumulate(len(word) + len(JOINT) for word in words)
    held = takewhile(lambda end: end - len(JOINT) <= room, ends)
    return words[: sum(1 for _ in held)]
