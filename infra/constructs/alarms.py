"""Who hears of it when something needs a person, and how such an alarm is made."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.topics import Topics


class Alarms(Construct):
    """One topic; `email`, where there is one, is asked by AWS to agree before it hears anything."""

    def __init__(self, scope: Construct, construct_id: str, *, topics: Topics, email: str | None) -> None:
        super().__init__(scope, construct_id)
        self.topic = topics.open(self, "Topic", publisher="cloudwatch")
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
