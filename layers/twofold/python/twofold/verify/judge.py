"""Judges a bundle: everything in it is looked at, and each thing that does not hold is named by its place."""

import re
from dataclasses import dataclass, field
from typing import Any

from .chain import cannot_be_made_again, fault_of_first, fault_of_link, fault_of_order, is_erased
from .lines import Part, Parts, take_apart
from .place import HEADING, SEAL, Finding
from .seal import NOT_CHECKED, check_signature, fault_of_seal
from .written import FORMAT, Misread, read_object, sum_of

CHANGED = "was changed: it does not add up to its own sum."


@dataclass(slots=True)
class Judgement:
    """What holds, when there are no `findings`. `unproved` are links of which only the link behind them tells."""

    heading: dict[str, Any] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    seal: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    signature: str = NOT_CHECKED

    @property
    def holds(self) -> bool:
        return not self.findings

    @property
    def links(self) -> list[dict[str, Any]]:
        return [row for row in self.rows if row.get("kind") == "consent"]

    @property
    def erased(self) -> list[dict[str, Any]]:
        return [link for link in self.links if is_erased(link)]

    @property
    def unproved(self) -> list[dict[str, Any]]:
        return [link for link in self.links if cannot_be_made_again(link)]


def judge(raw: bytes) -> Judgement:
    """Findings stand in the order of their lines."""
    parts, judged = take_apart(raw.decode("utf-8", "replace")), Judgement()
    judged.findings += parts.findings
    sums = _Sums()
    judged.heading = _read(parts.heading, judged, sums)
    if judged.heading and judged.heading.get("format") != FORMAT:
        judged.findings.append(Finding(HEADING, 1, f"is not of the format {FORMAT}."))
    _rows(parts, judged, sums)
    _seal(parts, judged, sums)
    judged.findings.sort(key=lambda finding: finding.line)
    return judged


@dataclass(slots=True)
class _Sums:
    """What the sum up to here may be: as it is made, and as it is told, so that one row that was changed spoils no
    other behind it."""

    possible: tuple[str, ...] = (FORMAT,)

    def fit(self, what: dict[str, Any], text: str) -> bool:
        made = [sum_of(before, what) for before in self.possible]
        fits = what.get("sum") in made
        self.possible = (what["sum"],) if fits else (*made, *_told(text))
        return fits

    def skip(self, text: str) -> None:
        """Past a line that cannot be read; its sum may still be."""
        self.possible = _told(text)


def _told(text: str) -> tuple[str, ...]:
    """What may be the sum that a line tells: it stands in the last hexadecimal digits that are enough of them."""
    found = re.findall(r"[0-9a-f]{64,66}", text)
    return tuple(found[-1][at : at + 64] for at in range(len(found[-1]) - 63)) if found else ()


def _read(part: Part, judged: Judgement, sums: _Sums) -> dict[str, Any]:
    """Empty where it cannot be read."""
    try:
        found = read_object(part.text)
    except Misread as misread:
        judged.findings.append(Finding(part.place, part.line, str(misread)))
        sums.skip(part.text)
        return {}
    if not sums.fit(found, part.text):
        judged.findings.append(Finding(part.place, part.line, CHANGED))
    return found


def _rows(parts: Parts, judged: Judgement, sums: _Sums) -> None:
    links = _Links(judged.heading.get("lead_id"))
    for number, part in enumerate(parts.rows, start=1):
        known = len(judged.findings)
        row = _read(part, judged, sums)
        judged.rows.append(row)
        if row and row.get("n") != number:
            _blame(judged, part, f"was row {row.get('n')}: rows were taken out, added or moved.")
        fault = links.fault(row) if row.get("kind") == "consent" else None
        if fault:
            _blame(judged, part, fault)
        if len(judged.findings) > known:
            links.lose()


def _blame(judged: Judgement, part: Part, what: str) -> None:
    judged.findings.append(Finding(part.place, part.line, what))


@dataclass(slots=True)
class _Links:
    """The chain as far as it was read; behind a row that does not hold, nobody knows what a link should follow."""

    lead_id: Any
    before: dict[str, Any] | None = None
    first: bool = True

    def fault(self, link: dict[str, Any]) -> str | None:
        fault = fault_of_link(link, self.lead_id or link.get("lead_id"))
        if fault is None and self.first:
            fault = fault_of_first(link)
        elif fault is None and self.before:
            fault = fault_of_order(link, self.before)
        self.before, self.first = (None if fault else link), False
        return fault

    def lose(self) -> None:
        self.before, self.first = None, False


def _seal(parts: Parts, judged: Judgement, sums: _Sums) -> None:
    if parts.seal is None:
        judged.findings.append(Finding(SEAL, 1, "is missing."))
        return
    roots = sums.possible
    judged.seal = _read(parts.seal, judged, sums)
    if not judged.seal:
        return
    fault = fault_of_seal(judged.seal, len(parts.rows), roots)
    judged.signature, forged = check_signature(judged.seal)
    for wrong in filter(None, (fault, forged)):
        judged.findings.append(Finding(SEAL, parts.seal.line, wrong))
