"""The rights of a function's role, one by one: a verb on a resource."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.faults.twin import Twin


@dataclass(frozen=True, order=True)
class Right:
    """One verb of one statement on one of its resources."""

    function: str
    verb: str
    resource: str
    policy: str
    statement: int

    @property
    def place(self) -> str:
        """The resource without its account and region, nor what tells one twin from another."""
        return re.sub(r"-[0-9a-f]{8}\b", "", self.resource.split(":", 5)[-1])[:48]


def rights(twin: Twin, function: str) -> list[Right]:
    """Everything that the twin's role of a function is allowed."""
    found = []
    for policy, document in _documents(twin, function):
        for position, statement in enumerate(document["Statement"]):
            if statement["Effect"] == "Allow":
                pairs = ((v, r) for v in _many(statement["Action"]) for r in _many(statement["Resource"]))
                found += [Right(function, verb, resource, policy, position) for verb, resource in pairs]
    return sorted(found)


@contextmanager
def without(twin: Twin, right: Right) -> Iterator[None]:
    """The role as it was, less this one right; given back whatever happens."""
    iam, name = twin.client("iam"), twin.role(right.function)
    whole = dict(_documents(twin, right.function))[right.policy]
    kept = {**whole, "Statement": list(_split(whole["Statement"], right))}
    iam.put_role_policy(RoleName=name, PolicyName=right.policy, PolicyDocument=json.dumps(kept))
    try:
        yield
    finally:
        iam.put_role_policy(RoleName=name, PolicyName=right.policy, PolicyDocument=json.dumps(whole))


def _documents(twin: Twin, function: str) -> Iterator[tuple[str, dict[str, Any]]]:
    iam, name = twin.client("iam"), twin.role(function)
    for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
        yield policy, iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]


def _split(statements: list[dict[str, Any]], right: Right) -> Iterator[dict[str, Any]]:
    """The statement in two: the other resources with every verb, this one with every verb but one."""
    for position, statement in enumerate(statements):
        if position != right.statement:
            yield statement
            continue
        others = [each for each in _many(statement["Resource"]) if each != right.resource]
        verbs = [each for each in _many(statement["Action"]) if each != right.verb]
        if others:
            yield {**statement, "Resource": others}
        if verbs:
            yield {**statement, "Resource": [right.resource], "Action": verbs}


def _many(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
