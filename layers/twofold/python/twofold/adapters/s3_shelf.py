"""Files of the deployment's own bucket, handed out by links that S3 honours for some minutes.

Signed as https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html says: the link is made here, with
no call to AWS, and does no more than the function's own role may do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

from botocore.credentials import ReadOnlyCredentials

from twofold.contracts.magnets import FOLDER

from .s3_place import base_of
from .session import credentials, region
from .signature import Signer

SECONDS = 300
"""Enough to begin a download on a slow phone; a link that is passed on soon leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3Shelf:
    """Files lie in `bucket`, below the folder of `contracts.magnets`. `clock` is in UTC."""

    bucket: str
    clock: Callable[[], datetime]

    def address(self, file: str) -> str:
        """The browser saves the file under its own name instead of showing it: `Content-Disposition: attachment`."""
        place = f"/{FOLDER}/{quote(file, safe='/')}"
        base = base_of(self.bucket)
        name = quote(file.rpartition("/")[2], safe="")
        more = {"response-content-disposition": f"attachment; filename*=UTF-8''{name}"}
        return presigned(base, place, more, credentials().get_frozen_credentials(), self.clock())


def presigned(base: str, path: str, more: dict[str, str], by: ReadOnlyCredentials, at: datetime) -> str:
    """A link to `path` below `base` (scheme, host and perhaps a folder), good for SECONDS from `at` (UTC)."""
    parts = urlsplit(base)
    signer = Signer(service="s3", region=region(), host=parts.netloc)
    whole = f"{parts.path}{path}"
    return f"{parts.scheme}://{parts.netloc}{whole}?{signer.presign(whole, more, SECONDS, by, at)}"
