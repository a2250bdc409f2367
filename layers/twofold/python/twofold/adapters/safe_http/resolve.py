"""What a host's name leads to: looked up once, and every answer checked before any is called."""

import socket
from queue import Empty, SimpleQueue
from threading import Thread

from twofold.adapters.reach import Found
from twofold.webhooks.ports import Refused, Unreachable

from .denied import why_denied

_KINDS = (socket.AF_INET, socket.AF_INET6)


def resolve(host: str, port: int, seconds: float) -> list[Found]:
    """The addresses of a host, all of which may be called: one among them that may not spoils the name.

    Raises Refused, and Unreachable when the name has no address or nobody says so in time.
    """
    found = _look_up(host, port, seconds)
    for kind, *_, address in found:
        if kind not in _KINDS or why_denied(str(address[0])):
            raise Refused("The host's name leads to an address that may not be called.")
    return found


def _look_up(host: str, port: int, seconds: float) -> list[Found]:
    """By a thread of its own: the system's resolver takes its time, and cannot be told how much it has."""
    answers: SimpleQueue[list[Found] | OSError] = SimpleQueue()
    Thread(target=_ask, args=(host, port, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise Unreachable("timeout", "Nobody said in time where the host is.") from None
    if isinstance(answer, OSError) or not answer:
        raise Unreachable("dns", "The host's name has no address.")
    return answer


def _ask(host: str, port: int, answers: SimpleQueue[list[Found] | OSError]) -> None:
    try:
        answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError) as error:
        answers.put(OSError(*error.args))
