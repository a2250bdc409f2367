"""Runs in a bare interpreter: loads the functions whose folders it is given, then does what each line it reads says.

Read: `{"do": FUNCTION, "event": {...}, "times": 1, "at": MOMENT}`; without `at`, clocks are right.
Written: `{"answer": ..., "cpu": seconds for all the times, "logged": the bytes of each line that was logged}`.
The function `put_item` is the reference: one call of a botocore client, ten attributes. The function `ready` does
nothing: who hears its answer knows that all is loaded.
"""

import json
import os
import sys
import tempfile
import time
from datetime import datetime
from functools import partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

ITEM = {f"attribute_{n}": {"S": f"a value of some length, number {n}"} for n in range(10)}
CONTEXT = SimpleNamespace(aws_request_id="bench", function_name="bench", memory_limit_in_mb="1024")


class Clock:
    """What our own code takes for the present: the moment it stands at, or the real one."""

    def __init__(self, real):
        self.real, self.stands_at = real, None

    def __call__(self):
        return self.stands_at or self.real()

    def put(self, text):
        self.stands_at = datetime.fromisoformat(text) if text else None


def clock():
    """Put in place of everybody's, which works until somebody imports the other.

    What is kept for seconds stays as long as the process: where many come, each finds it kept for the one before.
    """
    from twofold.adapters.dynamodb import cache
    from twofold.contracts import instants

    vars(cache)["time"] = SimpleNamespace(monotonic=lambda: 0.0)
    instants.now = Clock(instants.now)
    return instants.now


def endpoint():
    """Whoever a webhook leads to answers at once that it has it; how long that takes is assumed."""
    loaded = sys.modules.get("twofold.adapters.safe_http.caller")
    if loaded:
        answered = sys.modules["twofold.webhooks.ports"].Answered
        vars(loaded)["SafeHttp"].call = lambda self, request, patience: answered(status=204, headers={})


def load(folder: Path):
    """The function's `handle`, under the function's own name so that several can live together."""
    module = ModuleType(folder.name)
    module.__file__ = str(folder / "handler.py")
    SourceFileLoader(folder.name, module.__file__).exec_module(module)
    return module.handle


def reference():
    import botocore.session

    session = botocore.session.get_session()
    # The layer describes only what functions make clients for; the reference makes one of another service.
    session.get_component("data_loader").search_paths.append(os.environ["BOTOCORE_DATA"])
    client: Any = session.create_client("dynamodb")
    return lambda event, context: client.put_item(TableName="reference", Item=ITEM)


class Log:
    """Where stdout goes from now on, as CloudWatch would have it."""

    def __init__(self):
        with tempfile.NamedTemporaryFile() as file:
            os.dup2(file.fileno(), 1)
            self._lines = Path(file.name).open("rb")  # noqa: SIM115 - it is read until the process ends

    def news(self):
        """The bytes of each line since the last time."""
        sys.stdout.flush()
        return [len(line) for line in self._lines]


def act(deeds, order, clock):
    clock.put(order.get("at"))
    handle, event = deeds[order["do"]], order.get("event")
    start = time.process_time()
    for _ in range(order.get("times", 1)):
        answer = handle(event, CONTEXT)
    return {"answer": answer, "cpu": time.process_time() - start}


def main() -> None:
    # Our own answers go where stdout was.
    say = os.fdopen(os.dup(1), "w", buffering=1)
    log, present = Log(), clock()
    deeds = {Path(folder).name: load(Path(folder)) for folder in sys.argv[1:]}
    endpoint()
    deeds["ready"] = lambda event, context: None
    deeds["put_item"] = reference() if len(deeds) > 1 else partial(sys.exit, "load more than one")
    for line in sys.stdin:
        done = act(deeds, json.loads(line), present)
        print(json.dumps({**done, "logged": log.news()}, default=str), file=say)


main()
