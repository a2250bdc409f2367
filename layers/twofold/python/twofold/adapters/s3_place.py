"""Where a bucket is reached."""

import os

from .session import region


def base_of(bucket: str) -> str:
    """Scheme, host and perhaps a folder: the emulator knows a bucket by its folder, AWS by its host."""
    given = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    suffix = "amazonaws.com.cn" if region().startswith("cn-") else "amazonaws.com"
    return f"{given}/{bucket}" if given else f"https://{bucket}.s3.{region()}.{suffix}"
