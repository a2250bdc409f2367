"""What each record of a file of people holds: somebody, or a reason why not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.imports.lines import Line, numbered
from twofold.imports.row import Row
from twofold.imports.seen import MOST, Seen
from twofold.imports.text import BOM, Unreadable, insist_on_text
from twofold.leads.phone import LeadIdentity

from .entry import Entry, NoLead, NoProof
from .headings import Layout, delimiter_of, layout_of
from .read_entry import EntryReader
from .read_proof import read_proof
from .records import LONGEST, Record, records

MOST_ATTRIBUTES = 20
LONGEST_NAME = 100
"""As a sign-up has it."""


def rows(
    pieces: Iterable[bytes], campaign: Campaign, identify: LeadIdentity, at: datetime
) -> Iterator[Row[Entry]]:
    """A row per record below the heading. A number that stood there before is a fault: the first counts.

    Raises Unreadable for what is no text, names no column of phone numbers, or has more people than can be taken.
    """
    lines = numbered(insist_on_text(pieces), LONGEST)
    first = next(lines, None)
    if first is None:
        return
    layout = _layout(first)
    reader = EntryReader(layout=layout, campaign=campaign, identify=identify, at=at)
    seen = Seen()
    for count, record in enumerate(records(lines, layout.delimiter), start=1):
        if count > MOST:
            raise Unreadable(f"The file has more than {MOST:,} people. Send the rest in another.")
        yield _row(record, reader, seen)


def _layout(first: Line) -> Layout:
    heading = (first.content or b"").removeprefix(BOM).decode("utf-8", "replace")
    delimiter = delimiter_of(heading)
    (named,) = records(iter([first._replace(content=heading.encode())]), delimiter)
    layout = layout_of(named.cells or [], delimiter)
    if "phone" not in layout.columns:
        raise Unreadable("The first line names no column of phone numbers. Call it phone.")
    if len(layout.attributes) > MOST_ATTRIBUTES:
        raise Unreadable(f"There are more than {MOST_ATTRIBUTES} columns of attributes.")
    if any(len(name) > LONGEST_NAME for name in layout.attributes):
        raise Unreadable(f"The name of an attribute has more than {LONGEST_NAME} characters.")
    return layout


def _row(record: Record, reader: EntryReader, seen: Seen) -> Row[Entry]:
    if record.cells is None:
        return Row(record.line, record.end, None, record.fault)
    try:
        entry = reader.read(record.cells)
        if not seen.add(entry.phone.e164):
            raise NoLead("phone", "duplicate")
    except NoLead as fault:
        return Row(record.line, record.end, None, fault.reason, fault.column)
    return _proven(record, record.cells, entry, reader)


def _proven(record: Record, cells: list[str], entry: Entry, reader: EntryReader) -> Row[Entry]:
    cell, campaign = reader.cell_of(cells), reader.campaign
    try:
        proof = read_proof(cell, campaign, entry.locale or campaign.locale, reader.at)
    except NoProof as fault:
        return Row(record.line, record.end, entry, fault.reason, fault.column)
    return Row(record.line, record.end, replace(entry, proof=proof))
