"""SNS topics, and the AWS services that may publish on them."""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from constructs import Construct

KEY_VERBS = ("kms:Decrypt", "kms:GenerateDataKey")


class Topics(Construct):
    """Each has one publisher. All lie under one key: AWS's own lets no service publish, and a key has its price.

    `plain` ones take what is published without TLS, which the emulator of one machine does not speak.
    """

    def __init__(self, scope: Construct, construct_id: str, *, plain: bool) -> None:
        super().__init__(scope, construct_id)
        self._plain = plain
        self._key = kms.Key(
            self, "Key", enable_key_rotation=True, removal_policy=RemovalPolicy.DESTROY, description="Topics"
        )

    def open(self, scope: Construct, name: str, *, publisher: str) -> sns.Topic:
        """A topic on which the AWS service `publisher` may publish, for this account alone."""
        topic = sns.Topic(scope, name, master_key=self._key, enforce_ssl=not self._plain)
        self._key.add_to_resource_policy(self._may(publisher, list(KEY_VERBS), "*"))
        topic.add_to_resource_policy(self._may(publisher, ["sns:Publish"], topic.topic_arn))
        return topic

    def let_in(self, role: iam.Role, topic: sns.Topic) -> None:
        """The role may publish on the topic, and use the key for that alone.

        EventBridge comes this way: as a publisher in the key's policy it would need leave for every account, for it
        does not say there on whose behalf it asks (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
        """
        via = {"StringEquals": {"kms:ViaService": f"sns.{Stack.of(self).region}.amazonaws.com"}}
        role.add_to_policy(iam.PolicyStatement(actions=["sns:Publish"], resources=[topic.topic_arn]))
        role.add_to_policy(
            iam.PolicyStatement(actions=list(KEY_VERBS), resources=[self._key.key_arn], conditions=via)
        )

    def _may(self, publisher: str, verbs: list[str], resource: str) -> iam.PolicyStatement:
        return iam.PolicyStatement(
            actions=verbs,
            resources=[resource],
            principals=[iam.ServicePrincipal(f"{publisher}.amazonaws.com")],
            conditions={"StringEquals": {"aws:SourceAccount": Stack.of(self).account}},
        )
