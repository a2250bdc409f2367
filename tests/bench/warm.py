"""The processor time of warm requests, against one warm `put_item` of a botocore client."""

import json
from collections.abc import Iterator
from typing import Any

from .capacity import NOTHING, Units
from .conversation import Worker, environment_of, order
from .interpreter import counts_instructions
from .layout import Function
from .report import Line
from .stub import Request, Stub
from .walk import Step

MOST = 1.5
ROUNDS, TIMES = 40, 20
LOADED = ("register_leads", "redeem_codes")
REFERENCE = "put_item"

Deeds = dict[str, tuple[str, Any]]
"""What to measure: a name, the function that does it and the event it does it for."""


class Replay:
    """Says again what was said before to the same operation on the same table, so that nothing has to be kept."""

    def __init__(self, heard: list[Request]) -> None:
        self._answers = {_about(r.operation, r.arguments): r.answer for r in heard if r.status == 200}

    def __call__(self, operation: str, arguments: dict[str, Any]) -> tuple[int, bytes, Units]:
        return 200, self._answers.get(_about(operation, arguments), b"{}"), NOTHING


def measure(functions: dict[str, Function], stub: Stub, walked: dict[str, Step]) -> Iterator[Line]:
    """`walked` tells which requests to make; the stub must replay."""
    deeds: Deeds = {
        "sign-up": ("register_leads", walked["sign-up"].event),
        "redeem": ("redeem_codes", walked["redeem"].event),
        REFERENCE: (REFERENCE, None),
    }
    loaded = [functions[name] for name in LOADED]
    times = _timed(loaded, stub.url, deeds)
    counts = _counted(loaded, stub.url, deeds) if counts_instructions() else {}
    for name in ("sign-up", "redeem"):
        by_time = times[name] / times[REFERENCE]
        ratio = counts[name] / counts[REFERENCE] if counts else by_time
        yield Line("warm request", name, ratio, MOST, "W", note=f"{by_time:.2f} by time" if counts else "")


def _timed(functions: list[Function], endpoint: str, deeds: Deeds) -> dict[str, float]:
    least = dict.fromkeys(deeds, float("inf"))
    with Worker.of(functions, endpoint) as worker:
        for _ in range(ROUNDS):
            for name, (function, event) in deeds.items():
                least[name] = min(least[name], worker.do(function, event, TIMES)["cpu"])
    return least


def _counted(functions: list[Function], endpoint: str, deeds: Deeds) -> dict[str, float]:
    """What some more of the same adds to a process that has done each already."""
    warm = [order(function, event, 3) for function, event in deeds.values()]
    base = _count(functions, endpoint, warm)
    return {
        name: (_count(functions, endpoint, [*warm, order(function, event, TIMES)]) - base) / TIMES
        for name, (function, event) in deeds.items()
    }


def _count(functions: list[Function], endpoint: str, orders: list[dict[str, Any]]) -> int:
    folders = [str(function.folder) for function in functions]
    said = "".join(json.dumps(each) + "\n" for each in orders)
    return environment_of(functions, endpoint).count("worker.py", *folders, said=said)


def _about(operation: str, arguments: dict[str, Any]) -> tuple[str, str]:
    return operation, str(arguments.get("TableName") or arguments.get("SecretId", ""))
