"""What is kept, as files to fetch."""

from msgspec import UNSET, UnsetType, field

from twofold.contracts.exports import Format, Kind, Platform

from .base import Answer, Id, Instant, Request


class ExportRequest(Request, frozen=True):
    """What happened from `from` on and before `to`, of one campaign or of all; an audience is for one `platform`."""

    kind: Kind
    format: Format
    since: Instant | None = field(default=None, name="from")
    until: Instant | None = field(default=None, name="to")
    campaign_id: Id | None = None
    platform: Platform | None = None


class ExportedFile(Answer, frozen=True):
    """`url` can be fetched, by GET and without a key, for a quarter of an hour; ask again for a new one."""

    name: str
    rows: int
    bytes: int
    url: str


class ExportProgress(Answer, frozen=True):
    """`state` is waiting, running, finished, failed (`why` says it to a person) or withdrawn.

    `rows` are written so far. `files` are there once it is finished, until `expires_at`; of one that names people, they
    are gone as soon as somebody is erased: it is withdrawn then.
    """

    export_id: str
    kind: str
    format: str
    state: str
    rows: int
    files: tuple[ExportedFile, ...]
    opened_at: str
    expires_at: str | UnsetType = UNSET
    finished_at: str | UnsetType = UNSET
    why: str | UnsetType = UNSET
