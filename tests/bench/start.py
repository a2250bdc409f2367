"""What a cold start takes, against a process that only imports botocore and makes one client."""

import json
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .conversation import environment_of
from .interpreter import Interpreter, counts_instructions
from .layout import Function
from .report import Line

ROUNDS = 9
VISITOR_PATH = ("register_leads", "redeem_codes", "serve_pages")
FREQUENT, RARE, MEMORY = 1.6, 1.7, 1.25
ADMIN = 2.2
REFERENCE = ""


def measure(functions: dict[str, Function], endpoint: str) -> Iterator[Line]:
    starts = {name: environment_of([function], endpoint) for name, function in functions.items()}
    starts[REFERENCE] = Interpreter(
        path=(Path(sysconfig.get_paths()["purelib"]),), endpoint=endpoint, settings={}
    )
    told = _alternating(starts)
    counted = _counted(starts) if counts_instructions() else {}
    for name in functions:
        yield _initialisation(name, told, counted)
    for name in VISITOR_PATH:
        memory = _least(told, name, "memory") / _least(told, REFERENCE, "memory")
        yield Line("memory after init", name, memory, MEMORY, "REF")
    for name in functions:
        yield Line("sources compiled", name, max(len(t["compiled"]) for t in told[name]), 0, "")


def _alternating(starts: dict[str, Interpreter]) -> dict[str, list[dict[str, Any]]]:
    """One after the other, again and again, so that whatever else this machine does befalls all alike."""
    told: dict[str, list[dict[str, Any]]] = {name: [] for name in starts}
    for _ in range(ROUNDS):
        for name, interpreter in starts.items():
            told[name].append(json.loads(interpreter.run("probe.py", *_arguments(name)).splitlines()[-1]))
    return told


def _counted(starts: dict[str, Interpreter]) -> dict[str, int]:
    with ThreadPoolExecutor(2) as pool:
        counts = pool.map(lambda start: start[1].count("probe.py", *_arguments(start[0])), starts.items())
        return dict(zip(starts, counts, strict=True))


def _arguments(name: str) -> list[str]:
    return [name] if name else []


def _initialisation(name: str, told: dict[str, list[dict[str, Any]]], counted: dict[str, int]) -> Line:
    times = _least(told, name, "cpu") / _least(told, REFERENCE, "cpu")
    most = FREQUENT if name in VISITOR_PATH else ADMIN if name == "serve_admin" else RARE
    ratio = counted[name] / counted[REFERENCE] if counted else times
    return Line("init", name, ratio, most, "REF", note=f"{times:.2f} by time" if counted else "")


def _least(told: dict[str, list[dict[str, Any]]], name: str, what: str) -> float:
    return float(min(entry[what] for entry in told[name]))
