"""What a month without a single visitor is billed, counted from the template of production."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from . import assumed
from .counted import Counted
from .usage import of_invocations
from .walk import Step

DAY = 86_400


def in_a_month(counted: Counted) -> dict[str, float]:
    """In quantities of `prices.PRICES`, in the third year, when the keys have come to cost the most."""
    template = counted.template
    sources = template.properties("AWS::Lambda::EventSourceMapping")
    queues = sum("StartingPosition" not in source for source in sources)
    days = assumed.MONTH // DAY
    runs = _sweeps(counted) - days
    return {
        "KMS keys": len(template.of("AWS::KMS::Key")) * (1 + assumed.ROTATED),
        "Secrets Manager": len(template.of("AWS::SecretsManager::Secret")),
        "CloudWatch alarms": len(template.of("AWS::CloudWatch::Alarm")),
        "SQS": queues * assumed.POLLERS * assumed.POLLS_A_MINUTE * assumed.MONTH // 60,
        **_of_sweeps(counted, ((counted.morning, days), (counted.sweep, runs))),
    }


def _of_sweeps(counted: Counted, sweeps: Iterable[tuple[Step, int]]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for sweep, often in sweeps:
        for name, each in of_invocations(counted, [sweep], often).items():
            total[name] += each * often
    return total


def _sweeps(counted: Counted) -> int:
    """`rate(5 minutes)`, for a month."""
    rules = counted.template.properties("AWS::Events::Rule")
    (rate,) = (rule["ScheduleExpression"] for rule in rules if "ScheduleExpression" in rule)
    number, unit = rate.removeprefix("rate(").removesuffix(")").split()
    every = timedelta(**{unit.rstrip("s") + "s": int(number)})
    return int(assumed.MONTH / every.total_seconds())
