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
from infra.constructs.automations import Automations
from infra.constructs.bus import Bus
from infra.constructs.callbacks import Callbacks
from infra.constructs.edge import Edge
from infra.constructs.foundation import Foundation
from infra.constructs.imports import Imports
from infra.constructs.layers import Layers
from infra.constructs.listeners import Listeners
from infra.constructs.messages import Messages
from infra.constructs.notices import Notices
from infra.constructs.orders import Orders
from infra.constructs.partners import Partners
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters
from infra.constructs.referrals import Referrals
from infra.constructs.relay import Relay
from infra.constructs.secrets import Secrets
from infra.constructs.sweeper import Sweeper
from infra.constructs.tables import Tables
from infra.constructs.topics import Topics
from infra.constructs.visitors import Visitors
from infra.environments import Environment
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
        functions = self._functions(on, callbacks)
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
            ),
            bus=Bus(self, "Bus"),
            given_up=DeadLetters(self, "QueuesDeadLetters", of="a queue", alarms=alarms).queue,
        )

    def _functions(self, on: Foundation, callbacks: Callbacks) -> dict[str, ProductFunction]:
        visitors = Visitors(self, "Visitors", on=on)
        partners = Partners(self, "Partners", on=on)
        listeners = Listeners(self, "Listeners", on=on)
        imports = Imports(self, "Imports", on=on, listeners=listeners)
        imports.uploads.grant_upload(partners.look_up)
        Notices(self, "Notices", on=on)
        automations = Automations(self, "Automations", on=on, listeners=listeners)
        made = (
            visitors.pages,
            visitors.sign_up,
            partners.redeem,
            partners.look_up,
            imports.take_in,
            Orders(self, "Orders", on=on).record,
            callbacks.receive,
            Relay(self, "Relay", on=on).relay,
            Messages(self, "Messages", on=on, listeners=listeners).send,
            Referrals(self, "Referrals", on=on, listeners=listeners).reward,
            automations.run,
            Sweeper(self, "Sweeper", on=on, listeners=listeners, automations=automations).sweep,
        )
        return {function.node.id: function for function in made}

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
