"""A text as one person would get it, and what it costs that way."""

from collections.abc import Mapping
from dataclasses import dataclass

from .fill import fill
from .parts import Measure, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    text: str
    measure: Measure


def preview(template: str, samples: Mapping[str, str]) -> Preview:
    """The template with these values; `samples.worst_case` and `samples.typical` have some."""
    text = fill(template, samples)
    return Preview(text=text, measure=measure(text))
