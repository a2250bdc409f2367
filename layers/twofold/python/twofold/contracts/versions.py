"""Versions of what callers change: a change is for one version, or for any."""

from .errors import PreconditionFailed


def insist_on_version(expected: int | None, version: int) -> None:
    """Raises PreconditionFailed unless this is the version that the caller expects; None expects any."""
    if expected not in (None, version):
        raise PreconditionFailed(
            "It has changed since you fetched it. Fetch it again, and send its new ETag."
        )
