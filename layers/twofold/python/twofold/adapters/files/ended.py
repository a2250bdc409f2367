"""The end of a file: all of it is on disk, and whoever reads it begins at its beginning."""

from typing import BinaryIO

from twofold.exports.ports import Written


def ended(file: BinaryIO) -> Written:
    """What was written up to where the file stands now."""
    file.flush()
    size = file.tell()
    file.seek(0)
    return Written(file, size)
