"""What one language brings to the reading of those who decline an offer, and want it perhaps later."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Declining:
    """Phrases, one a line, in the grammar of `phrase.py`, but without gaps and edges; `sets` are its named words.

    A line with WHEN holds with each of `when` (parted by commas), which are moments such as now and today.
    `clear` decline wherever they make a clause of their own; `alone` only where nothing else is said. `beside` may
    stand with them and changes nothing: a no, an excuse, a time. `joins` are words that begin a clause without a
    comma. `asks` want something of us: then the answer is no decline, whatever else it says.
    """

    when: str
    clear: str
    alone: str
    beside: str
    joins: str = ""
    asks: str = ""
    sets: Mapping[str, str] = field(default_factory=dict)
