"""What every function stands on, made once by the stack and handed to each concern."""

from dataclasses import dataclass

from aws_cdk import aws_sqs as sqs

from infra.artefacts import Artefacts
from infra.constructs.alarms import Alarms
from infra.constructs.bus import Bus
from infra.constructs.layers import Layers
from infra.constructs.secrets import Secrets
from infra.constructs.tables import Tables
from infra.constructs.topics import Topics
from infra.environments import Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundation:
    """`given_up` is where every queue's messages end that nobody could do: all of it can be redriven."""

    environment: Environment
    artefacts: Artefacts
    topics: Topics
    alarms: Alarms
    layers: Layers
    tables: Tables
    secrets: Secrets
    bus: Bus
    given_up: sqs.IQueue
