"""Exports so many leads in a process that does nothing else, killed so often, and says what it took.

`python -m tests.unit.exports.million 1000000 parquet 3 folder`: leads, format, kills on the way, where the files go. It
prints one line of JSON.
"""

import json
import shutil
import sys
import time
from pathlib import Path
from random import Random
from typing import BinaryIO

from tests.fakes.exports import InMemoryFiles
from tests.fakes.imports import Fuse, Killed
from tests.unit.exports.desk import Desk, person
from tests.unit.imports.million import peak_mb
from twofold.exports.fill import Room
from twofold.exports.model import STUCK, Export
from twofold.exports.tables.leads import LeadRecord


class OnDisk(InMemoryFiles):
    """Files lie in a folder: they are elsewhere, as they would be in a bucket."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def put(self, job: Export, name: str, content: BinaryIO, size: int) -> None:
        with (self.folder / name).open("wb") as file:
            shutil.copyfileobj(content, file)
        assert (self.folder / name).stat().st_size == size


def main(leads: int, form: str, kills: int, folder: Path) -> dict[str, float]:
    """Half of the deaths come while a lead is read, the others at a call of a port."""
    desk, chance = Desk(count=leads, room=Room()), Random(7)
    desk.files = OnDisk(folder)
    deaths = {chance.randrange(leads) for _ in range(kills // 2)}
    desk.source.make = lambda number: _deadly(number, deaths)
    desk.open(format=form)
    began, killed = time.monotonic(), 0
    while not desk.book.find("exp_1").over:
        fuse = Fuse(at=chance.randrange(1, 8) if killed < kills else 0, after=chance.random() < 0.5)
        try:
            desk.write(fuse=fuse)
        except Killed:
            killed += 1
        desk.clock.at += STUCK
    done = desk.book.find("exp_1")
    took = {"seconds": round(time.monotonic() - began, 1), "peak_mb": peak_mb()}
    return {"rows": done.rows, "files": len(done.parts), "killed": killed, **took}


def _deadly(number: int, deaths: set[int]) -> LeadRecord:
    if number in deaths:
        deaths.remove(number)
        raise Killed
    return person(number)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))))
