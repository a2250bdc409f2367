"""What the stack is called in CloudFormation, and what it tells those who look for it there."""

import json
from typing import Any

STACK = "Twofold"


def read_outputs(cloudformation: Any) -> dict[str, Any]:
    """By name; those that hold several things were written as JSON objects.

    Raises botocore's errors: ClientError when there is no such stack, or none for these credentials.
    """
    told = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0].get("Outputs", [])
    return {output["OutputKey"]: _parsed(output["OutputValue"]) for output in told}


def _parsed(value: str) -> Any:
    return json.loads(value) if value.startswith("{") else value
