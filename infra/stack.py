"""Twofold, whole: what it stands on, who does what, how it is reached, and where to find it."""

from aws_cdk import (
    CfnOutput,
    CliCredentialsStackSynthesizer,
    DefaultStackSynthesizer,
    IStackSynthesizer,
    Stack,
)
from aws_cdk import Environment as Place
from constructs import Construct

from infra.artefacts import Artefacts
from infra.constructs.alarms import Alarms
from infra.constructs.api import Api
from infra.constructs.bus import Bus
from infra.constructs.callbacks import Callbacks
from infra.constructs.edge import Edge
from infra.constructs.elsewhere import Elsewhere
from infra.constructs.foundation import Foundation
from infra.constructs.layers import Layers
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters
from infra.constructs.secrets import Secrets
from infra.constructs.tables import Tables
from infra.constructs.topics import Topics
from infra.environments import Environment
from infra.functions import make_functions
from infra.outputs import STACK

PURPOSE = (
    "Turns passers-by and visitors into confirmed SMS leads, each with a discount code of their own, "
    "and follows every code until it is spent"
)


class TwofoldStack(Stack):
    """The same in every environment, but for the edge, which one machine has a gateway for."""

    def __init__(self, scope: Construct, *, environment: Environment, artefacts: Artefacts) -> None:
        super().__init__(
            scope,
            STACK,
            env=Place(account=environment.account, region=environment.region),
            synthesizer=_synthesizer(environment),
            description=PURPOSE,
            termination_protection=environment.is_prod,
        )
        on = self._foundation(environment, artefacts)
        callbacks = Callbacks(self, "Callbacks", on=on)
        functions = make_functions(self, on, callbacks)
        if environment.events.anything:
            Elsewhere(self, "Elsewhere", on=on)
        api = Api(self, "Api", functions=functions, environment=environment, alarms=on.alarms)
        self._tell(on, api, functions)
        self._tell_of_providers(callbacks)
        if not environment.is_local:
            edge = Edge(self, "Edge", api=api, secrets=on.secrets, environment=environment)
            CfnOutput(self, "DistributionDomain", value=edge.distribution.distribution_domain_name)

    def _foundation(self, environment: Environment, artefacts: Artefacts) -> Foundation:
        keep, topics = not environment.is_local, Topics(self, "Topics", plain=environment.is_local)
        alarms = Alarms(self, "Alarms", topics=topics, email=environment.alarm_email)
        return Foundation(
            environment=environment,
            artefacts=artefacts,
            topics=topics,
            alarms=alarms,
            layers=Layers(self, "Layers", artefacts=artefacts),
            tables=Tables(self, "Tables", keep=environment.is_prod, guard=environment.is_prod),
            secrets=Secrets(
                self,
                "Secrets",
                env=environment.name,
                keep=keep,
                shared_with=environment.shares_secrets_with,
                shops=environment.shops.names,
                crm=environment.crm.names,
            ),
            bus=Bus(self, "Bus"),
            given_up=DeadLetters(self, "QueuesDeadLetters", of="a queue", alarms=alarms).queue,
        )

    def _tell(self, on: Foundation, api: Api, functions: dict[str, ProductFunction]) -> None:
        """What operators and the local gateway look for; those that hold several things are JSON objects."""
        told = {
            "ApiUrl": api.api.api_endpoint,
            "SiteUrl": on.environment.site.url,
            "BusName": on.bus.bus.event_bus_name,
            "TableNames": self.to_json_string(on.tables.names),
            "SecretNames": self.to_json_string(on.secrets.names),
            "FunctionNames": self.to_json_string(
                {name: made.function.function_name for name, made in functions.items()}
            ),
        }
        for name, value in told.items():
            CfnOutput(self, name, value=value)

    def _tell_of_providers(self, callbacks: Callbacks) -> None:
        """What an operator gives to AWS's services that take and bring texts."""
        CfnOutput(self, "InboundTopicArn", value=callbacks.inbound.topic_arn)
        if callbacks.sns_receipts:
            CfnOutput(self, "SnsReceiptsRoleArn", value=callbacks.sns_receipts.role.role_arn)


def _synthesizer(environment: Environment) -> IStackSynthesizer:
    """The emulator's storage refuses the policies of bootstrapped roles, so the CLI's own keys serve."""
    return CliCredentialsStackSynthesizer() if environment.is_local else DefaultStackSynthesizer()
