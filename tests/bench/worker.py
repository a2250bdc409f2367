"""Runs in a bare interpreter: loads the functions whose folders it is given, then does what each line it reads says.

Read: `{"do": FUNCTION, "event": {...}, "times": 1}`. Written: `{"answer": ..., "cpu": seconds for all the times}`.
The function `put_item` is the reference: one call of a botocore client, ten attributes.
"""

import json
import os
import sys
import time
from functools import partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

ITEM = {f"attribute_{n}": {"S": f"a value of some length, number {n}"} for n in range(10)}
CONTEXT = SimpleNamespace(aws_request_id="bench", function_name="bench", memory_limit_in_mb="1024")


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


def act(deeds, order):
    handle, event = deeds[order["do"]], order.get("event")
    start = time.process_time()
    for _ in range(order.get("times", 1)):
        answer = handle(event, CONTEXT)
    return {"answer": answer, "cpu": time.process_time() - start}


def main() -> None:
    # What functions log goes where a log goes that nobody reads; our own answers go where stdout was.
    say = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    deeds = {Path(folder).name: load(Path(folder)) for folder in sys.argv[1:]}
    deeds["put_item"] = reference() if len(deeds) > 1 else partial(sys.exit, "load more than one")
    for line in sys.stdin:
        print(json.dumps(act(deeds, json.loads(line)), default=str), file=say)


main()
