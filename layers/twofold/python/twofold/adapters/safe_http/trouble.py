"""What kept an answer from coming, told without anything that the other side said."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from twofold.webhooks.ports import Trouble, Unreachable

_DETAIL: dict[Trouble, str] = {
    "connect": "Nobody takes connections at the host.",
    "tls": "The host did not prove by a valid certificate that it is who its name says.",
    "timeout": "There was no whole answer in time.",
    "reset": "The connection ended before there was a whole answer.",
}


@contextmanager
def told_as(kind: Trouble, until: float) -> Iterator[None]:
    """Raises Unreachable: `timeout` for all that is not over by then, even what looks like an answer cut short."""
    try:
        yield
    except (OSError, Unreachable) as error:
        if isinstance(error, TimeoutError) or monotonic() >= until:
            raise _unreachable("timeout") from None
        raise error if isinstance(error, Unreachable) else _unreachable(kind) from None
    if monotonic() >= until:
        raise _unreachable("timeout")


def _unreachable(kind: Trouble) -> Unreachable:
    return Unreachable(kind, _DETAIL[kind])
