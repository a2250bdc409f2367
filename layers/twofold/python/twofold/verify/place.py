"""What was found wrong with a bundle, and where."""

from dataclasses import dataclass

HEADING, OPENING, CLOSING, SEAL, BEHIND = (
    "the heading",
    "the line that opens the rows",
    "the line that closes the rows",
    "the seal",
    "the end",
)


def row(number: int) -> str:
    return f"row {number}"


@dataclass(frozen=True, slots=True)
class Finding:
    """`line` counts from 1; `what` is a sentence that begins with a verb: `was changed.`"""

    place: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.place[0].upper()}{self.place[1:]} (line {self.line}) {self.what}"
