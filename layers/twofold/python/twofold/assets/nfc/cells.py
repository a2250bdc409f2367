"""Rows as CSV that a spreadsheet shows and never computes."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or skips before one (OWASP, CSV Injection)."""

Cell = str | int | bytes | None


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """RFC 4180 text, every cell quoted. Store it as `utf-8-sig`, so that every spreadsheet reads its accents.

    Bytes become pairs of hex digits with spaces between, which no spreadsheet takes for a number.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([_shown(cell) for cell in row] for row in rows)
    return text.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bytes):
        return cell.hex(" ").upper()
    return _harmless(cell) if isinstance(cell, str) else str(cell)


def _harmless(text: str) -> str:
    return "'" + text if text.lstrip(" ").startswith(FORMULA) else text
