"""What one language brings to the reading of answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Written as people write it; accents are folded away later, and ä, ö, ü also stand as ae, oe, ue. A word behind
    `=` counts with its accents only.

    `stop` to `yes` are what an answer may consist of, alone or in company of `filler`; all are phrases, parted by commas.
    `firm` are those of `stop` that leave wherever they make a clause of their own.
    `slips` are misspellings of the short ones among them, which stand alone or nowhere.
    `sets` are words of one role, parted by spaces, named in capitals in the phrases; `*` stands for any ending.
    The phrases, one a line (`phrase.py` has their grammar), are looked for in this order: `keeps` speak of something
    else or of staying, `asks` ask about leaving, and the words of both count no further; `leaves` clearly want no
    more texts; not in a question, unless one of `requests` makes it one; `doubts` may. `demands` are as clear as `leaves` and come before all, because `keeps` would undo them.
    """

    stop: str
    firm: str = ""
    slips: str = ""
    help: str = ""
    start: str = ""
    yes: str = ""
    filler: str = ""
    sets: Mapping[str, str] = field(default_factory=dict)
    demands: str = ""
    keeps: str = ""
    asks: str = ""
    leaves: str = ""
    requests: str = ""
    doubts: str = ""
