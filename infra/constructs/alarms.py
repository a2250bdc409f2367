"""Who hears of it when something needs a person, and how such an alarm is made."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from constructs import Construct

CLOUDWATCH = iam.ServicePrincipal("cloudwatch.amazonaws.com")


class Alarms(Construct):
    """One topic; `email`, where there is one, is asked by AWS to agree before it hears anything."""

    def __init__(self, scope: Construct, construct_id: str, *, email: str | None) -> None:
        super().__init__(scope, construct_id)
        key = kms.Key(
            self, "Key", enable_key_rotation=True, removal_policy=RemovalPolicy.DESTROY, description="Alarms"
        )
        key.add_to_resource_policy(self._may(["kms:Decrypt", "kms:GenerateDataKey"], "*"))
        self.topic = sns.Topic(self, "Topic", master_key=key, enforce_ssl=True)
        self.topic.add_to_resource_policy(self._may(["sns:Publish"], self.topic.topic_arn))
        if email:
            self.topic.add_subscription(subscriptions.EmailSubscription(email))

    def watch(
        self, scope: Construct, name: str, metric: cloudwatch.Metric, *, at: float, why: str, times: int = 1
    ) -> None:
        """Rings when the metric was `at` or above for `times` periods. `why` tells its reader what to do."""
        alarm = cloudwatch.Alarm(
            scope,
            name,
            metric=metric,
            threshold=at,
            evaluation_periods=times,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
            alarm_description=why,
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))

    def watch_dead_letters(self, queue: sqs.Queue, *, of: str) -> None:
        """One message is enough: it is work that nobody will do."""
        depth = queue.metric_approximate_number_of_messages_visible(
            period=Duration.minutes(1), statistic="Maximum"
        )
        why = f"Work of {of} was given up. Read the message, mend the cause, then redrive the queue."
        self.watch(queue, "Filled", depth, at=1, why=why)

    def _may(self, verbs: list[str], resource: str) -> iam.PolicyStatement:
        """CloudWatch, for alarms of this account alone."""
        own = {"StringEquals": {"aws:SourceAccount": Stack.of(self).account}}
        return iam.PolicyStatement(
            actions=verbs, resources=[resource], principals=[CLOUDWATCH], conditions=own
        )
