"""A line whose other side may say so many bytes and no more, headers and body together."""

from __future__ import annotations

import io
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_AT_ONCE = 8_192


class Bounded:
    """What `http.client` takes for a socket: it writes by `sendall`, and reads the file that `makefile` makes.

    Headers that end too early are no headers, which that client would not notice: until `headed`, an end raises
    ConnectionResetError.
    """

    def __init__(self, line: socket.socket, most: int) -> None:
        self.headed = False
        self._line = line
        self._left = most

    @property
    def spent(self) -> bool:
        """Whether all that may be said was said: the rest, if there is one, is not read."""
        return not self._left

    def sendall(self, data: ReadableBuffer) -> None:
        self._line.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self), _AT_ONCE)

    def close(self) -> None:
        """The line is somebody else's, who may still be reading."""

    def read_into(self, room: memoryview) -> int:
        """How many bytes came; none when the other side ended, or has said enough."""
        read = self._line.recv_into(room[: self._left]) if self._left else 0
        self._left -= read
        if not (read or self.headed):
            raise ConnectionResetError("The headers have no end.")
        return read


class _Reader(io.RawIOBase):
    def __init__(self, line: Bounded) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        return self._line.read_into(memoryview(buffer))
