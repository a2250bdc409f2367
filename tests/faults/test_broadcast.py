"""A broadcast fills the queue of marketing, and nobody who waits for a verification code notices."""

import json
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import boto3
import httpx
import pytest

from tests.faults.audit import texts_to
from tests.faults.crowd import rush
from tests.faults.people import People, fresh_number
from tests.faults.planning import marketing
from tests.faults.process import hosting
from tests.faults.twin import the_stack_itself
from tests.stack import Stack
from twofold.contracts import events
from twofold.contracts.routes.signups import SIGN_UP
from twofold.leads.phone import Phone
from twofold.messages.sending.plan import planned

VISITORS = 5
WITHIN = 30.0
"""Seconds until a code must be there, on a busy machine; on a quiet one it is a few."""

ENCRYPTED = ("X-Forwarded-Proto", "https")
BATCH = 10
"""Messages that SQS takes at a time."""


def over_tls(stack: Stack) -> Any:
    """A client of SQS whose requests the emulator takes for encrypted: the queues refuse all others."""
    sqs = boto3.client("sqs", **stack.aws)  # type: ignore[call-overload]
    sqs.meta.events.register("before-sign.sqs", lambda request, **_: request.headers.add_header(*ENCRYPTED))
    return sqs


@pytest.fixture
def residents(stack: Stack) -> Iterator[People]:
    """Whoever is there in the deployed stack itself, whose functions listen."""
    with hosting(the_stack_itself(stack)) as host:
        yield People.of(host)


@pytest.fixture
def queue(stack: Stack) -> Iterator[str]:
    """The queue of marketing; empty again when the test is over."""
    sqs = over_tls(stack)
    (url,) = [each for each in sqs.list_queues()["QueueUrls"] if "MessagesmarketingQueue" in each]
    yield url
    sqs.purge_queue(QueueUrl=url)


def fill(residents: People, queue: str, many: int) -> None:
    """Put so many planned texts into the queue: their rows are not there, so each is looked at and done with."""
    sqs, text = over_tls(residents.process.twin.stack), marketing(residents, fresh_number())

    def entries(first: int) -> list[dict[str, str]]:
        made = [planned(replace(text, message_id=f"msg_{uuid.uuid4().hex}")) for _ in range(BATCH)]
        bodies = [json.dumps({"detail": json.loads(events.write(event))}) for event in made]
        return [{"Id": str(first + n), "MessageBody": body} for n, body in enumerate(bodies)]

    def send(first: int) -> Any:
        return sqs.send_message_batch(QueueUrl=queue, Entries=entries(first))

    told = rush([lambda first=first: send(first) for first in range(0, many, BATCH)], at_once=4)  # type: ignore[misc]
    assert not [each for each in told if not isinstance(each, dict) or each.get("Failed")]


def waits(stack: Stack, residents: People, phone: Phone) -> float:
    """Seconds from the sign-up to the text."""
    began = time.monotonic()
    answer = httpx.post(stack.api + SIGN_UP.path, json=residents.signup(phone), timeout=60)
    assert answer.status_code == 202
    while not texts_to(stack.aws["endpoint_url"], phone.e164):
        assert time.monotonic() - began < WITHIN, "the code never came"
        time.sleep(0.1)
    return time.monotonic() - began


def left(stack: Stack, queue: str) -> int:
    number = "ApproximateNumberOfMessages"
    told = over_tls(stack).get_queue_attributes(QueueUrl=queue, AttributeNames=[number])
    return int(told["Attributes"][number])


def proven(stack: Stack, residents: People, queue: str, many: int) -> None:
    # The first of all finds cold functions; that is not the broadcast's doing.
    waits(stack, residents, fresh_number())
    fill(residents, queue, many)
    assert left(stack, queue) > many // 10, "the broadcast was over before anybody signed up"
    took = [waits(stack, residents, fresh_number()) for _ in range(VISITORS)]
    still = left(stack, queue)
    print(
        f"{many} in the queue, {still} after; codes came after {', '.join(f'{each:.1f}' for each in took)} s"
    )
    assert still > 0, "the broadcast was over before the last had their code"
    assert max(took) < WITHIN


def test_nobody_waits_for_a_code_while_2000_texts_are_in_the_queue(
    stack: Stack, residents: People, queue: str
):
    proven(stack, residents, queue, 2_000)


@pytest.mark.prove
def test_nor_while_50000_are(stack: Stack, residents: People, queue: str):
    proven(stack, residents, queue, 50_000)
