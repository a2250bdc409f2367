"""How often a relay's heartbeat is written."""

from datetime import datetime, timedelta

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.clock import NOON
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.operations import DynamoHeartbeat
from twofold.ledger.record import first_id
from twofold.ledger.relay import STREAM_KEEPS
from twofold.ledger.repair import SILENCE

PAUSE = DynamoHeartbeat.PAUSE


@pytest.fixture
def heartbeat(aws: FakeAws) -> DynamoHeartbeat:
    in_dynamodb(SETTINGS)
    return DynamoHeartbeat()


def relay_beats(heartbeat: DynamoHeartbeat, at: datetime) -> None:
    heartbeat.beat(first_id(at), at, unless_older=at - STREAM_KEEPS)


def last(heartbeat: DynamoHeartbeat) -> datetime:
    told = heartbeat.last()
    assert told
    return told[1]


def test_a_busy_relay_beats_once_in_a_pause(heartbeat: DynamoHeartbeat, aws: FakeAws):
    relay_beats(heartbeat, NOON)
    calls = len(aws.calls)
    for seconds in range(1, int(PAUSE.total_seconds())):
        relay_beats(heartbeat, NOON + timedelta(seconds=seconds))
    assert len(aws.calls) == calls
    relay_beats(heartbeat, NOON + PAUSE)
    assert last(heartbeat) == NOON + PAUSE


def test_each_relay_beats_by_itself(heartbeat: DynamoHeartbeat):
    relay_beats(heartbeat, NOON)
    relay_beats(DynamoHeartbeat(), NOON + timedelta(seconds=1))
    assert last(heartbeat) == NOON + timedelta(seconds=1)


def test_the_repair_tells_every_step(heartbeat: DynamoHeartbeat):
    later = first_id(NOON + timedelta(seconds=1))
    heartbeat.beat(first_id(NOON), NOON)
    heartbeat.beat(later, NOON)
    assert heartbeat.last() == (later, NOON)


def test_a_beat_that_was_refused_is_tried_again(heartbeat: DynamoHeartbeat):
    long_ago = NOON - STREAM_KEEPS - timedelta(hours=1)
    DynamoHeartbeat().beat(first_id(long_ago), long_ago)
    relay_beats(heartbeat, NOON)
    assert last(heartbeat) == long_ago
    DynamoHeartbeat().beat(first_id(NOON), NOON)
    relay_beats(heartbeat, NOON + timedelta(seconds=1))
    assert last(heartbeat) == NOON + timedelta(seconds=1)


def test_a_clock_that_was_put_back_does_not_silence_it(heartbeat: DynamoHeartbeat, aws: FakeAws):
    relay_beats(heartbeat, NOON)
    calls = len(aws.calls)
    relay_beats(heartbeat, NOON - timedelta(hours=1))
    assert len(aws.calls) == calls + 1


def test_a_pause_is_far_below_the_silence_that_counts_as_a_gap():
    assert SILENCE >= 10 * PAUSE
