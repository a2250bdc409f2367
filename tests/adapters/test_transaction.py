"""One action, one transaction: what is tried again, and what an unlucky answer means."""

import json

import pytest

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_challenge, a_message, a_welcome, fresh, was_sent
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb import transaction
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.leads.model import Challenge

LOST = Fault(done=True)
DIED = Fault()


def cancelled(*codes: str) -> Fault:
    reasons = [{"Code": code} for code in codes]
    told = {
        "__type": "x#TransactionCanceledException",
        "message": "cancelled",
        "CancellationReasons": reasons,
    }
    return Fault(400, json.dumps(told))


CONFLICT = cancelled("None", "TransactionConflict")
THROTTLED = cancelled("ThrottlingError", "None")
IN_PROGRESS = Fault(400, json.dumps({"__type": "x#TransactionInProgressException"}))


@pytest.fixture
def books(aws: FakeAws) -> Books:
    return in_dynamodb(SETTINGS)


def open_one(books: Books) -> Challenge:
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    return challenge


@pytest.mark.parametrize(
    "fault",
    [CONFLICT, THROTTLED, IN_PROGRESS, DIED, LOST],
    ids=["conflict", "throttled", "going on", "died", "lost"],
)
def test_a_bad_moment_is_tried_again_and_happens_once(aws: FakeAws, books: Books, fault: Fault):
    aws.faults = [fault]
    challenge = open_one(books)
    assert books.challenges.find(challenge.challenge_id) == challenge
    assert len(books.upkeep.timeline(challenge.lead_id)) == 1


def test_every_try_of_one_action_carries_one_token(aws: FakeAws, books: Books):
    aws.faults = [CONFLICT, LOST, THROTTLED]
    open_one(books)
    tokens = [asked["ClientRequestToken"] for call, asked in aws.calls if call.endswith("TransactWriteItems")]
    assert len(tokens) == 4
    assert len(set(tokens)) == 1


def test_a_conflict_that_does_not_end_is_unavailable(
    aws: FakeAws, books: Books, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(transaction, "PATIENCE", 0.1)
    aws.faults = [CONFLICT] * 100
    with pytest.raises(Unavailable) as raised:
        open_one(books)
    assert not isinstance(raised.value, OutcomeUnknown)
    assert 2 <= len(aws.calls) < 100


def test_an_answer_that_never_comes_leaves_the_outcome_unknown(aws: FakeAws, books: Books):
    aws.faults = [DIED, DIED]
    with pytest.raises(OutcomeUnknown):
        open_one(books)


def test_a_refusal_for_good_is_not_tried_again(aws: FakeAws, books: Books):
    aws.faults = [Fault(400, json.dumps({"__type": "x#AccessDeniedException", "message": "no"}))]
    with pytest.raises(Unavailable):
        open_one(books)
    assert len(aws.calls) == 1


class TestALostAnswerReadsAsSuccess:
    """This AWS knows no tokens, so that the second try meets what the first one stored."""

    def test_of_an_opened_challenge(self, aws: FakeAws, books: Books):
        aws.faults = [LOST]
        challenge = open_one(books)
        assert books.challenges.find(challenge.challenge_id) == challenge

    def test_of_a_welcome(self, aws: FakeAws, books: Books):
        welcome = a_welcome(open_one(books))
        aws.faults = [LOST]
        assert books.leads.welcome(welcome) == welcome.outcome
        assert len(books.upkeep.chain(welcome.challenge.lead_id)) == 1

    def test_of_a_claim(self, aws: FakeAws, books: Books):
        message = a_message()
        aws.faults = [LOST]
        assert books.messages.claim(message)

    def test_of_an_end(self, aws: FakeAws, books: Books):
        message = a_message()
        books.messages.claim(message)
        aws.faults = [LOST]
        books.messages.close(message.now("accepted"), was_sent(message))
        assert books.messages.state(message.message_id) == "accepted"
        assert len(books.upkeep.timeline(message.lead_id)) == 1

    def test_but_another_s_claim_is_not_taken_for_one_s_own(self, aws: FakeAws, books: Books):
        message = a_message(fresh("lead"))
        books.messages.claim(message)
        assert not books.messages.claim(message)
