"""Files of the deployment's own bucket, handed out by links that S3 honours for some minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from twofold.contracts.magnets import FOLDER

from .s3_place import base_of, link_to

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
        name = quote(file.rpartition("/")[2], safe="")
        more = {"response-content-disposition": f"attachment; filename*=UTF-8''{name}"}
        return link_to(base_of(self.bucket), place, SECONDS, self.clock(), more=more)
