"""Files that are announced, uploaded and read: coupons, or leads."""

from typing import Literal

from msgspec import UNSET, UnsetType

from .base import Answer, Id, Request
from .pools import LineFault


class ImportRequest(Request, frozen=True):
    """A file to come: CSV in UTF-8, at most a million lines.

    `codes`: a code a line, with or without a heading; `expires_at` may follow. `leads`: a person a line below a heading
    that names a column of phone numbers; whoever comes with evidence of their consent is confirmed, others are pending.
    """

    kind: Literal["codes", "leads"]
    campaign_id: Id


class ImportOpened(Answer, frozen=True):
    """PUT the file to `upload_url` before `upload_until`, with `upload_headers`; it is read as soon as it is there."""

    import_id: str
    upload_url: str
    upload_until: str
    upload_headers: dict[str, str]


class ImportProgress(Answer, frozen=True):
    """`state` is waiting (for the file), running, finished or failed (`why` says it to a person).

    `bytes` of `size` are read. `lines` = `added` + `known` + `bad`, and of leads also `suppressed`: they had left or
    were erased, and stay as they are. Of leads, `added` are `confirmed` or `pending`, and of those known, `updated` had
    blanks filled in. `faults` are the first thousand; a CSV with all of them lies at `faults_url` until `faults_until`.
    """

    import_id: str
    kind: str
    campaign_id: str
    state: str
    lines: int
    added: int
    known: int
    bad: int
    faults: tuple[LineFault, ...]
    confirmed: int | UnsetType = UNSET
    pending: int | UnsetType = UNSET
    updated: int | UnsetType = UNSET
    suppressed: int | UnsetType = UNSET
    faults_url: str | UnsetType = UNSET
    faults_until: str | UnsetType = UNSET
    bytes: int | UnsetType = UNSET
    size: int | UnsetType = UNSET
    why: str | UnsetType = UNSET
    finished_at: str | UnsetType = UNSET
