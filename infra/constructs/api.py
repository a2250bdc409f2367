"""The HTTP API: exactly the addresses of `contracts.routes`, each at its function.

An HTTP API, not a REST API: the same routes at under a third of the price per request; what it lacks (a WAF,
a cache) the edge has. It has no CORS of its own either: which origins may ask stands in each asset, so the
functions answer, and preflights are routed to them.
"""

import json

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.constructs.alarms import Alarms
from infra.constructs.product_function import ProductFunction
from infra.environments import Environment
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.route import Route

LOGGED = ("requestId", "routeKey", "status", "responseLatency", "responseLength", "integrationErrorMessage")
"""The route, never the path: a path may hold a code, and an address or an agent would tell of a person."""


class Api(Construct):
    """`functions` by the name that a route gives them."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        functions: dict[str, ProductFunction],
        environment: Environment,
        alarms: Alarms,
    ) -> None:
        super().__init__(scope, construct_id)
        self.api = apigateway.HttpApi(self, "Http", create_default_stage=False)
        self._integrations = {name: self._integration(name, function) for name, function in functions.items()}
        for route in ROUTES:
            self._serve(route)
        self._open(environment)
        self._watch(alarms)

    @property
    def host(self) -> str:
        """Where the edge finds the API."""
        stack = Stack.of(self)
        return f"{self.api.api_id}.execute-api.{stack.region}.{stack.url_suffix}"

    def _integration(self, name: str, function: ProductFunction) -> integrations.HttpLambdaIntegration:
        """One permission for all of a function's routes: one for each would outgrow its policy."""
        return integrations.HttpLambdaIntegration(name, function.entry, scope_permission_to_route=False)

    def _serve(self, route: Route) -> None:
        methods = [route.method, "OPTIONS"] if route.from_browsers else [route.method]
        self.api.add_routes(
            path=route.path,
            methods=[apigateway.HttpMethod[method] for method in methods],
            integration=self._integrations[route.function],
        )

    def _open(self, environment: Environment) -> None:
        rate = environment.requests_per_second
        stage = apigateway.HttpStage(
            self,
            "Stage",
            http_api=self.api,
            stage_name="$default",
            auto_deploy=True,
            throttle=apigateway.ThrottleSettings(rate_limit=rate, burst_limit=2 * rate),
        )
        cfn = stage.node.default_child
        assert isinstance(cfn, apigateway.CfnStage)
        cfn.access_log_settings = apigateway.CfnStage.AccessLogSettingsProperty(
            destination_arn=self._access_log(environment.log_retention_days),
            format=json.dumps({name: f"$context.{name}" for name in LOGGED}),
        )

    def _access_log(self, days: int) -> str:
        group = logs.CfnLogGroup(self, "AccessLog", retention_in_days=days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        return group.attr_arn

    def _watch(self, alarms: Alarms) -> None:
        failures = self.api.metric_server_error(period=Duration.minutes(5), statistic="Sum")
        why = "Requests end in 5xx. The access log says on which route, the function's log says why."
        alarms.watch(self, "Failures", failures, at=5, why=why)
