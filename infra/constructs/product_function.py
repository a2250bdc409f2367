"""The one way to make a function here."""

from collections.abc import Iterable
from typing import Any

from aws_cdk import Duration, RemovalPolicy, Size, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.foundation import Foundation
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.settings import Settings

HANDLER = "handler.handle"
VISITOR_MEMORY = 1024
"""More memory is more processor: here somebody waits for the answer."""

TRACE_VERBS = ("xray:PutTelemetryRecords", "xray:PutTraceSegments")


class ProductFunction(Construct):
    """The folder `functions/<name>`, with a role that may nothing but log, trace and what `allow` adds.

    `entry` is what triggers call: with `snap_start` an alias to the latest snapshot. `dead_letters` is needed
    by whoever is called asynchronously; who is called in no other way rings by them alone. `at_once`: most calls at a
    time, for whom so much of the account's concurrency is kept free. `named` is for whom something names that it has
    to name itself. `storage`: MB in `/tmp`. `layers` come on top of everybody's. `goes_on`: it calls itself until all
    is done, which Lambda takes for a mistake after some sixteen calls in a row unless it is told. `queued`: a queue
    calls it as well, which may fail for long before anything is given up.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        on: Foundation,
        timeout: Duration,
        settings: Iterable[Settings] = (),
        memory: int = 512,
        snap_start: bool = False,
        dead_letters: sqs.IQueue | None = None,
        at_once: int | None = None,
        named: str | None = None,
        storage: int | None = None,
        layers: Iterable[lambda_.ILayerVersion] = (),
        goes_on: bool = False,
        queued: bool = False,
    ) -> None:
        super().__init__(scope, name)
        self.timeout = timeout
        self.role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        self.function = self._function(
            on,
            function_name=named,
            memory_size=memory,
            timeout=timeout,
            dead_letter_queue=dead_letters,
            reserved_concurrent_executions=at_once,
            ephemeral_storage_size=Size.mebibytes(storage) if storage else None,
            recursive_loop=lambda_.RecursiveLoop.ALLOW if goes_on else None,
            layers=[*on.layers.all, *layers],
            snap_start=lambda_.SnapStartConf.ON_PUBLISHED_VERSIONS if snap_start else None,
        )
        self.entry = self.function.add_alias("live") if snap_start else self.function
        self.tell(on.environment.site, *settings)
        if dead_letters is None or queued or self._answers:
            self._watch_errors(on)

    @property
    def _answers(self) -> bool:
        """Whether somebody calls it and waits, whom nobody tries again for when it errs."""
        return any(route.function == self.node.id for route in ROUTES)

    def allow(
        self, verbs: Iterable[str], resource: str, *, via: str | None = None, to: str | None = None
    ) -> None:
        """These verbs on one resource.

        `via` is the only AWS service that may use a key for the function, `to` the only one a role may be passed to.
        """
        when = {
            "kms:ViaService": via and f"{via}.{Stack.of(self).region}.amazonaws.com",
            "iam:PassedToService": to and f"{to}.amazonaws.com",
        }
        only = {key: value for key, value in when.items() if value}
        self.role.add_to_policy(
            iam.PolicyStatement(
                actions=sorted(verbs),
                resources=[resource],
                conditions={"StringEquals": only} if only else None,
            )
        )

    def tell(self, *settings: Settings) -> None:
        """Puts settings into the function's environment under the names that its `from_env` reads."""
        for part in settings:
            for variable, value in part.to_env().items():
                self.function.add_environment(variable, value)

    def _function(self, on: Foundation, **props: Any) -> lambda_.Function:
        """Traced by Lambda itself, if at all: that needs no SDK in the function and only these two verbs."""
        self.allow(TRACE_VERBS, "*")
        arm = on.artefacts.target.is_arm
        return lambda_.Function(
            self,
            "Function",
            runtime=lambda_.Runtime.PYTHON_3_13,
            architecture=lambda_.Architecture.ARM_64 if arm else lambda_.Architecture.X86_64,
            code=lambda_.Code.from_asset(str(on.artefacts.function(self.node.id))),
            handler=HANDLER,
            environment={"POWERTOOLS_SERVICE_NAME": self.node.id},
            role=self.role,
            tracing=lambda_.Tracing.ACTIVE if on.environment.tracing else lambda_.Tracing.PASS_THROUGH,
            log_group=self._log_group(on.environment.log_retention_days),
            **props,
        )

    def _log_group(self, days: int) -> logs.LogGroup:
        """Made here, so that its age limit holds from the first line and the role need not make groups."""
        group = logs.LogGroup(self, "Logs", removal_policy=RemovalPolicy.DESTROY)
        cfn = group.node.default_child
        assert isinstance(cfn, logs.CfnLogGroup)
        cfn.retention_in_days = days
        self.allow(("logs:CreateLogStream", "logs:PutLogEvents"), group.log_group_arn)
        return group

    def _watch_errors(self, on: Foundation) -> None:
        errors = self.function.metric_errors(period=Duration.minutes(5), statistic="Sum")
        why = f"{self.node.id} raised what it did not expect. Its log has the cause, by request id."
        on.alarms.watch(self, "Errors", errors, at=1, why=why)
