"""Talks with a worker: one order, one answer."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self

from .interpreter import Interpreter
from .layout import Function


def environment_of(functions: list[Function], endpoint: str) -> Interpreter:
    """One that has what all of these functions need."""
    settings = {name: value for function in functions for name, value in function.settings.items()}
    path = (*(function.folder for function in functions), functions[0].packages)
    return Interpreter(path=path, endpoint=endpoint, settings=settings)


class Worker:
    """A process with functions loaded; `functions[0]` alone, as Lambda has it, or several to compare."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @classmethod
    @contextmanager
    def of(cls, functions: list[Function], endpoint: str) -> Iterator[Self]:
        interpreter = environment_of(functions, endpoint)
        command = interpreter.command("worker.py", *(str(f.folder) for f in functions))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(command, env=interpreter.environment, text=True, **pipes) as process:  # type: ignore[call-overload]
            try:
                yield cls(process)
            finally:
                process.stdin.close()

    def do(self, name: str, event: Any = None, times: int = 1, at: datetime | None = None) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order(name, event, times, at)) + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, f"{name} ended early"
        return dict(json.loads(said))


def order(name: str, event: Any = None, times: int = 1, at: datetime | None = None) -> dict[str, Any]:
    return {"do": name, "event": event, "times": times, "at": at and at.isoformat()}
