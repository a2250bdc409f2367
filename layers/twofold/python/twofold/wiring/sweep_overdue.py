"""What should have happened and did not, or has happened by time alone."""

from twofold.adapters.dynamodb.activity import DynamoActivityBook
from twofold.adapters.dynamodb.automations import DynamoDailyBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.enrolments import DynamoDueEnrolments
from twofold.adapters.lambda_runner import LambdaStepRunner
from twofold.automations.entering.find_segments import FindSegments
from twofold.automations.running.repair_steps import RepairSteps
from twofold.codes.lapse import LapseCodes
from twofold.contracts.instants import now
from twofold.contracts.settings import RunnerSettings

from .call_couriers import call_couriers
from .pools import keep_promises, tell_low_pools
from .relay_events import repair_gap
from .restart_exports import restart_exports
from .retention import keep_no_longer
from .shared import database

__all__ = [
    "call_couriers",
    "find_segments",
    "keep_no_longer",
    "keep_promises",
    "lapse_codes",
    "repair_gap",
    "repair_steps",
    "restart_exports",
    "tell_low_pools",
]

_runner = LambdaStepRunner(RunnerSettings.from_env())


def lapse_codes() -> LapseCodes:
    book = DynamoCodeBook(database())
    return LapseCodes(due=book, book=book, clock=now)


def repair_steps() -> RepairSteps:
    database()
    return RepairSteps(due=DynamoDueEnrolments(), runner=_runner, clock=now)


def find_segments() -> FindSegments:
    database()
    return FindSegments(runs=DynamoDailyBook(), activity=DynamoActivityBook(), runner=_runner, clock=now)
