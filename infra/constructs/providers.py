"""What the function that sends texts may do with the providers that its environment uses."""

from collections.abc import Iterator

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from twofold.contracts.settings import AwsSmsSettings

TOPICS = "arn:aws:sns:*:*:*"


def allow_providers(function: ProductFunction, on: Foundation) -> None:
    """Rights and secrets of those that a text might go to, and of no other."""
    used = on.environment.providers
    if "sns" in used:
        _allow_phones(function)
    if "aws" in used:
        for resource in _named(on.environment.aws, Stack.of(function)):
            function.allow(("sms-voice:SendTextMessage",), resource)
    for name, secret in on.secrets.shared.items():
        if name in used:
            secret.grant(function)


def _allow_phones(function: ProductFunction) -> None:
    """A phone number is no resource, so the right is to everything, less every topic there is."""
    verbs = ["sns:Publish"]
    function.role.add_to_policy(iam.PolicyStatement(actions=verbs, resources=["*"]))
    deny = iam.PolicyStatement(effect=iam.Effect.DENY, actions=verbs, resources=[TOPICS])
    function.role.add_to_policy(deny)


def _named(settings: AwsSmsSettings, stack: Stack) -> Iterator[str]:
    """Everything that a text names must be allowed.

    https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html
    """
    yield _arn(stack, *_origination(settings.origination or ""))
    if settings.configuration_set:
        yield _arn(stack, "configuration-set", settings.configuration_set)
    if settings.protect_configuration:
        yield _arn(stack, "protect-configuration", settings.protect_configuration)


def _origination(identity: str) -> tuple[str, str]:
    """Kind and name. Numbers and sender ids have more in their ARN than is told here: an id, a country."""
    if identity.startswith("+"):
        return "phone-number", "*"
    for prefix, kind in (("pool-", "pool"), ("phone-", "phone-number"), ("arn:", "")):
        if identity.startswith(prefix):
            return kind, identity
    return "sender-id", f"{identity}/*"


def _arn(stack: Stack, kind: str, name: str) -> str:
    """A name that is an ARN already stays as it is."""
    if name.startswith("arn:"):
        return name
    return stack.format_arn(service="sms-voice", resource=kind, resource_name=name)
