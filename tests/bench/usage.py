"""What is billed for steps that were counted, by the names of `prices.PRICES`.

Calls, units, events and bytes are counted; what cannot be counted here stands in `assumed`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp
from typing import Any

from . import assumed
from .beside import of_a_look
from .counted import Counted
from .events import log_lines
from .walk import Step


def of_a_signup(counted: Counted) -> dict[str, float]:
    """One of a million in a month, spread evenly: the dearest way to come, as far as traces go."""
    receipts = sum(sum(_lines(_told(step.event))) for step in counted.way) / assumed.GB
    queued = sum(
        len(step.event.get("Records", ())) for step in counted.way if step.function in assumed.QUEUED
    )
    stored = counted.stored
    return _total(
        of_requests(counted, counted.way),
        {
            "DynamoDB storage": (stored.rows + stored.entries) / assumed.GB,
            "DynamoDB backup": stored.rows / assumed.GB,
        },
        of_a_look(),
        {"SQS": queued * assumed.SQS_REQUESTS},
        {"CloudFront functions": 1},
        {"CloudWatch logs": receipts, "CloudWatch logs kept": receipts},
        {"KMS requests": _key_uses(counted) / assumed.SIGNUPS},
    )


def of_requests(counted: Counted, steps: list[Step]) -> dict[str, float]:
    """Of what people and shops asked for, through the edge, and of the events that came of it."""
    asked = [step for step in steps if "routeKey" in step.event]
    sent = sum(len(json.dumps(step.answer)) + assumed.HEADER_BYTES for step in asked)
    access = len(asked) * assumed.ACCESS_BYTES / assumed.GB
    return _total(
        of_invocations(counted, steps, assumed.SIGNUPS),
        {"HTTP API": len(asked), "EventBridge": _events(steps)},
        {"CloudFront requests": len(asked), "CloudFront traffic": sent / assumed.GB},
        {"CloudWatch logs": access, "CloudWatch logs kept": access},
    )


def of_engine(counted: Counted) -> dict[str, float]:
    """Of one lead's way through an automation, its texts apart: the engine, and what it puts on the bus."""
    steps = counted.enrolment
    return _total(of_invocations(counted, steps, assumed.SIGNUPS), {"EventBridge": _events(steps)})


def of_invocations(counted: Counted, steps: Iterable[Step], times: int) -> dict[str, float]:
    """Of functions alone, for each of so many `times` a month that they take these steps."""
    steps = list(steps)
    invoked = [(step.function, step) for step in steps if step.function]
    logged = sum(sum(_lines(step.logged)) + assumed.LAMBDA_BYTES for _, step in invoked) / assumed.GB
    return _total(
        {"DynamoDB writes": _writes(steps, times)},
        {"DynamoDB reads": sum(step.units.read for step in steps)},
        {"Lambda requests": len(invoked)},
        {"EventBridge Scheduler": sum("due" in step.event for step in steps)},
        {"Lambda time": sum(_seconds(step) * counted.memory[name] / 1024 for name, step in invoked)},
        {"CloudWatch logs": logged, "CloudWatch logs kept": logged},
        {"X-Ray": _traces(Counter(name for name, _ in invoked if name in counted.traced), times)},
        {"Secrets Manager requests": assumed.COLD * sum(counted.secrets[name] for name, _ in invoked)},
    )


def _writes(steps: Iterable[Step], times: int) -> float:
    """All of them, but of the relay's marks no more than there are in a month."""
    requests = [request for step in steps for request in step.requests]
    marks = sum(
        r.units.write for r in requests if r.arguments.get("Key") == {"name": {"S": "relay_heartbeat"}}
    )
    most = assumed.RELAYS * assumed.MONTH / 60
    return sum(r.units.write for r in requests) - marks + min(marks * times, most) / times


def _seconds(step: Step) -> float:
    operations = [request.operation for request in step.requests if request.operation != "GetSecretValue"]
    calls = sum(assumed.SLOW_MS.get(operation, assumed.CALL_MS) for operation in operations)
    told = assumed.TOLD_MS if "courier" in step.event else 0
    return (assumed.OWN_MS + calls + told + assumed.COLD * assumed.COLD_MS) / 1000


def _traces(invocations: Counter[str], times: int) -> float:
    """Each, as invocations come at random: seconds with at least one, and a share of the rest."""
    traces = 0.0
    for each in invocations.values():
        firsts = assumed.MONTH * (1 - exp(-each * times / assumed.MONTH))
        traces += firsts + assumed.TRACED_SHARE * (each * times - firsts)
    return traces / times


def _lines(lines: Iterable[int]) -> Iterator[int]:
    """As they are billed."""
    return (line + assumed.LINE_BYTES for line in lines)


def _told(event: dict[str, Any]) -> Iterator[int]:
    """Bytes of the lines that SNS wrote into its logs, which CloudWatch then brought."""
    lines = log_lines(event)["logEvents"] if "awslogs" in event else []
    return (len(line["message"].encode()) for line in lines)


def _events(steps: list[Step]) -> int:
    puts = (r for step in steps for r in step.requests if r.operation == "PutEvents")
    return sum(len(request.arguments["Entries"]) for request in puts)


def _key_uses(counted: Counted) -> int:
    """In a month: every personal table's key, for every function, as often as it is forgotten."""
    tables = counted.template.of("AWS::DynamoDB::GlobalTable").items()
    personal = {
        name
        for name, table in tables
        if table["Properties"].get("SSESpecification", {}).get("SSEType") == "KMS"
    }
    pairs = {(step.function, table) for step in counted.way for table in _tables(step) & personal}
    return len(pairs) * assumed.MONTH // assumed.KEY_CACHED


def _tables(step: Step) -> set[str]:
    asked = [request.arguments for request in step.requests]
    parts = [part for each in asked for item in each.get("TransactItems", ()) for part in item.values()]
    several = {table for each in asked for table in each.get("RequestItems", ())}
    return several | {str(each["TableName"]) for each in (*asked, *parts) if "TableName" in each}


def _total(*parts: dict[str, float]) -> dict[str, float]:
    names = {name for part in parts for name in part}
    return {name: sum(part.get(name, 0) for part in parts) for name in names}
