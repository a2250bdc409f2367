"""Functions that rules of the bus call themselves, without a queue between them."""

from typing import Any

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters

DAY = Duration.hours(24)


class Listeners(Construct):
    """An empty queue is asked all month, and that is paid for: so Lambda itself tries again.

    What a rule cannot deliver, what a schedule cannot wake, and what a function gives up that was called
    asynchronously, end in the same dead letters: each says by its form whom it is for, and nothing is done twice.
    """

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        work = "a rule, a schedule or a function that is called asynchronously"
        self.dead_letters = DeadLetters(self, "DeadLetters", of=work, alarms=on.alarms).queue
        self._bus = on.bus.bus

    def tell(self, name: str, function: ProductFunction, heard: dict[str, Any]) -> None:
        """Calls the function with each event that fits the pattern (`contracts.events.pattern`)."""
        target = targets.LambdaFunction(
            function.entry, dead_letter_queue=self.dead_letters, max_event_age=DAY
        )
        shape = events.EventPattern(**heard)
        events.Rule(self, f"{name}Rule", event_bus=self._bus, event_pattern=shape, targets=[target])
