"""What became of the texts that SNS took: it writes that into two log groups of fixed names, and nowhere else.

The groups are made here, and with them the role by which SNS writes: whoever turns this on finds neither missing.
"""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_logs_destinations as destinations
from constructs import Construct

from infra.constructs.product_function import ProductFunction

GROUPS = {
    "Delivered": "DirectPublishToPhoneNumber",
    "Failed": "DirectPublishToPhoneNumber/Failure",
}
"""https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html"""

WRITE = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")


class SnsReceipts(Construct):
    """`role` is what the account's SMS preferences must name. Numbers stand in these logs, so they soon forget."""

    def __init__(self, scope: Construct, construct_id: str, *, function: ProductFunction) -> None:
        super().__init__(scope, construct_id)
        self.role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("sns.amazonaws.com"))
        reader = destinations.LambdaDestination(function.entry)
        for name, kind in GROUPS.items():
            group = self._group(name, kind)
            self.role.add_to_policy(iam.PolicyStatement(actions=list(WRITE), resources=[group.log_group_arn]))
            everything = logs.FilterPattern.all_events()
            logs.SubscriptionFilter(
                self, f"{name}Lines", log_group=group, destination=reader, filter_pattern=everything
            )

    def _group(self, name: str, kind: str) -> logs.LogGroup:
        stack = Stack.of(self)
        return logs.LogGroup(
            self,
            name,
            log_group_name=f"sns/{stack.region}/{stack.account}/{kind}",
            retention=logs.RetentionDays.THREE_DAYS,
            removal_policy=RemovalPolicy.DESTROY,
        )
