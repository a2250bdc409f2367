"""What is found wrong, or could be better, in a campaign's messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ERROR: Literal["error"] = "error"
ADVICE: Literal["advice"] = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`field` is the path in the campaign (`templates.pl.reminder`), `code` stable and for machines.

    `detail` tells a marketer what to do. An error keeps a campaign from being saved; advice does not.
    """

    field: str
    code: str
    detail: str
    severity: Literal["error", "advice"]

    def __str__(self) -> str:
        return f"{self.field} ({self.severity}): {self.detail}"


def error(field: str, code: str, detail: str) -> Finding:
    return Finding(field=field, code=code, detail=detail, severity=ERROR)


def advice(field: str, code: str, detail: str) -> Finding:
    return Finding(field=field, code=code, detail=detail, severity=ADVICE)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that keep a campaign from being saved."""
    return tuple(finding for finding in findings if finding.severity == ERROR)
