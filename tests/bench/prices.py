"""List prices of AWS in USD, without free tiers and without tax.

They are as known at `AS_OF`, written down without looking them up that day: check them against the page that is
named with each before you rely on them. A price that changes is changed here, and `docs/cost.md` follows.
"""

from dataclasses import dataclass

AS_OF = "the first half of 2025"
HERE, EVERYWHERE, EUROPE = "eu-central-1", "every region alike", "edge locations in Europe"
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """`usd` for `per` of `unit`, in `region`, as the page called `page` has it."""

    usd: float
    per: int
    unit: str
    region: str
    page: str


PRICES = {
    "DynamoDB writes": Price(0.7625, MILLION, "write units", HERE, "DynamoDB, on-demand capacity"),
    "DynamoDB reads": Price(0.1525, MILLION, "read units", HERE, "DynamoDB, on-demand capacity"),
    "DynamoDB storage": Price(0.306, 1, "GB-months", HERE, "DynamoDB, on-demand capacity"),
    "DynamoDB backup": Price(0.2448, 1, "GB-months", HERE, "DynamoDB, on-demand capacity"),
    "HTTP API": Price(1.20, MILLION, "requests", HERE, "API Gateway, HTTP APIs"),
    "Lambda requests": Price(0.20, MILLION, "requests", HERE, "Lambda"),
    "Lambda time": Price(0.0000133334, 1, "GB-seconds", HERE, "Lambda, Arm"),
    "EventBridge": Price(1.00, MILLION, "events", HERE, "EventBridge, custom events"),
    "EventBridge Scheduler": Price(1.00, MILLION, "schedules that fire", HERE, "EventBridge, Scheduler"),
    "SQS": Price(0.40, MILLION, "requests", HERE, "SQS, standard queues"),
    "CloudFront requests": Price(1.20, MILLION, "requests", EUROPE, "CloudFront, HTTPS requests"),
    "CloudFront traffic": Price(0.085, 1, "GB", EUROPE, "CloudFront, data out to the internet"),
    "CloudFront functions": Price(0.10, MILLION, "calls", EVERYWHERE, "CloudFront, functions"),
    "CloudWatch logs": Price(0.63, 1, "GB", HERE, "CloudWatch, logs collected"),
    "CloudWatch logs kept": Price(0.0324, 1, "GB-months", HERE, "CloudWatch, logs stored"),
    "CloudWatch alarms": Price(0.10, 1, "alarms", HERE, "CloudWatch, standard resolution alarms"),
    "X-Ray": Price(5.00, MILLION, "traces", HERE, "X-Ray, traces recorded"),
    "KMS requests": Price(0.03, 10_000, "requests", HERE, "KMS"),
    "KMS keys": Price(1.00, 1, "keys and renewals", HERE, "KMS"),
    "Secrets Manager requests": Price(0.05, 10_000, "requests", HERE, "Secrets Manager"),
    "Secrets Manager": Price(0.40, 1, "secrets", HERE, "Secrets Manager"),
}
"""A month of whatever is kept: a key, a secret, an alarm, a GB. Streams read by Lambda cost nothing."""
