"""Where a bucket is reached, and links into it that S3 honours for some time.

Signed as https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html says: a link is made here, with
no call to AWS, and does no more than the function's own role may do.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlsplit

from .session import credentials, region
from .signature import Signer


def base_of(bucket: str) -> str:
    """Scheme, host and perhaps a folder: the emulator knows a bucket by its folder, AWS by its host."""
    given = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    suffix = "amazonaws.com.cn" if region().startswith("cn-") else "amazonaws.com"
    return f"{given}/{bucket}" if given else f"https://{bucket}.s3.{region()}.{suffix}"


def link_to(
    base: str,
    path: str,
    seconds: int,
    at: datetime,
    *,
    more: Mapping[str, str] | None = None,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
) -> str:
    """A link to `path`, quoted, below `base` (`base_of`), good for so many seconds from `at` (UTC).

    `more` is asked for in its query; whoever follows it must send these `headers`, whatever the case of their names.
    """
    parts = urlsplit(base)
    signer = Signer(service="s3", region=region(), host=parts.netloc)
    whole, by = f"{parts.path}{path}", credentials().get_frozen_credentials()
    signed = {name.lower(): value for name, value in (headers or {}).items()}
    query = signer.presign(whole, more or {}, seconds, by, at, method=method, headers=signed)
    return f"{parts.scheme}://{parts.netloc}{whole}?{query}"
