"""Functions that go on later, or hand work to one another: by a name that is worked out, and without waiting."""

from aws_cdk import ArnFormat, Stack
from constructs import Construct

from infra.constructs.grantee import Grantee
from infra.environments import Environment

INVOKE = "lambda:InvokeFunction"


def name_of(function: str, environment: Environment) -> str:
    """Of the function of that folder. CloudFormation would make one up, for which whoever names it had to wait: its
    schedules, or the function itself, whose rights name it.
    """
    return f"twofold-{environment.name}-{function.replace('_', '-')}"


def arn_of(scope: Construct, name: str) -> str:
    return Stack.of(scope).format_arn(
        service="lambda",
        resource="function",
        resource_name=name,
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )


def allow_call(caller: Grantee, arn: str) -> None:
    """Handing work over, without waiting for what becomes of it."""
    caller.allow((INVOKE,), arn)
