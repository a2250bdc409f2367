"""The event bus, and the verb of those who publish on it."""

from aws_cdk import aws_events as events
from constructs import Construct

from infra.constructs.grantee import Grantee
from twofold.contracts.settings import BusSettings


class Bus(Construct):
    """Own, so that nothing but the ledger's events is ever on it; the ledger is its archive, too."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.bus = events.EventBus(self, "Bus", description="What happened, as the ledger has it")

    def grant_put(self, function: Grantee) -> None:
        function.allow(("events:PutEvents",), self.bus.event_bus_arn)
        function.tell(BusSettings(name=self.bus.event_bus_name))
