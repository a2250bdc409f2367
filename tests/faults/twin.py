"""A twin of the deployed stack for one test: tables, bus and roles of the same shape under names of its own.

Nothing deployed listens to it, so whatever happens in it, a test did. Roles are copies too: IAM is enforced.
"""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import boto3

from tests.stack import Stack

COPIED = ("KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes")
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
}


@dataclass(frozen=True)
class Twin:
    """`client` makes a boto3 client that may do everything; `tables` are the twin's names by the contract's."""

    stack: Stack
    mark: str
    tables: dict[str, str]
    bus: str
    queue: str
    _renamed: dict[str, str] = field(repr=False)

    def client(self, service: str) -> Any:
        return _client(service, tuple(self.stack.aws.items()))

    @property
    def endpoint(self) -> str:
        return self.stack.aws["endpoint_url"]

    def environment(self, function: str) -> dict[str, str]:
        """The deployed function's own variables, with the twin's names in place of the stack's."""
        variables = self._configuration(function)["Environment"]["Variables"]
        return {name: self._rename(value) for name, value in variables.items()}

    def role(self, function: str) -> str:
        return f"{function}-{self.mark}"

    def credentials(self, function: str) -> dict[str, str]:
        """Of a role that may do in the twin what the function may do in the stack."""
        iam, name = self.client("iam"), self.role(function)
        role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]
        deployed = self._configuration(function)["Role"].rpartition("/")[2]
        for policy in iam.list_role_policies(RoleName=deployed)["PolicyNames"]:
            document = iam.get_role_policy(RoleName=deployed, PolicyName=policy)["PolicyDocument"]
            iam.put_role_policy(
                RoleName=name, PolicyName=policy, PolicyDocument=self._rename(json.dumps(document))
            )
        answer = self.client("sts").assume_role(RoleArn=role["Arn"], RoleSessionName=self.mark)
        return dict(answer["Credentials"])

    def _configuration(self, function: str) -> dict[str, Any]:
        deployed = self.stack.outputs["FunctionNames"][function]
        return dict(self.client("lambda").get_function_configuration(FunctionName=deployed))

    def _rename(self, text: str) -> str:
        for old, new in self._renamed.items():
            text = text.replace(old, new)
        return text


@contextmanager
def twin_of(stack: Stack) -> Iterator[Twin]:
    """Gone again when the test is over."""
    mark, outputs = uuid.uuid4().hex[:8], stack.outputs
    tables = {name: f"{name}-{mark}" for name in outputs["TableNames"]}
    renamed = {outputs["TableNames"][name]: new for name, new in tables.items()}
    bus = f"bus-{mark}"
    made = Twin(stack, mark, tables, bus, "", renamed | {outputs["BusName"]: bus})
    for old, new in renamed.items():
        _copy_table(made.client("dynamodb"), old, new)
    queue = _listen(made)
    yield Twin(stack, mark, tables, bus, queue, made._renamed)
    made.client("sqs").delete_queue(QueueUrl=queue)
    for new in tables.values():
        made.client("dynamodb").delete_table(TableName=new)


def the_stack_itself(stack: Stack) -> Twin:
    """No copy: what happens here, the deployed functions see."""
    return Twin(stack, "itself", stack.outputs["TableNames"], stack.outputs["BusName"], "", {})


def _copy_table(dynamodb: Any, old: str, new: str) -> None:
    shape = dynamodb.describe_table(TableName=old)["Table"]
    copied = {name: shape[name] for name in COPIED if shape.get(name)}
    for index in copied.get("GlobalSecondaryIndexes", ()):
        for told in set(index) - {"IndexName", "KeySchema", "Projection"}:
            del index[told]
    dynamodb.create_table(TableName=new, BillingMode="PAY_PER_REQUEST", **copied)


def _listen(made: Twin) -> str:
    """A queue of everything that is ever put on the twin's bus."""
    events, sqs = made.client("events"), made.client("sqs")
    events.create_event_bus(Name=made.bus)
    queue = sqs.create_queue(QueueName=f"heard-{made.mark}")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    rule = f"all-{made.mark}"
    events.put_rule(Name=rule, EventBusName=made.bus, EventPattern='{"source": ["twofold"]}')
    events.put_targets(Rule=rule, EventBusName=made.bus, Targets=[{"Id": "queue", "Arn": arn}])
    return str(queue)


@cache
def _client(service: str, aws: tuple[tuple[str, str], ...]) -> Any:
    return boto3.client(service, **dict(aws))  # type: ignore[call-overload]
