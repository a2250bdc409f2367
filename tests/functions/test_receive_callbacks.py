"""Answers and receipts, from what a provider brings to what becomes of it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from tests.fakes import sample_events
from tests.fakes.made import a_message
from tests.fakes.samples import ANNA, BUFFET, CARA, POSTER
from tests.fakes.stored import put_asset
from tests.fakes.tables import SETTINGS
from tests.functions.house import House
from tests.functions.providers import OwnGateway, brought
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.signed import SignedService
from twofold.contracts.errors import Unavailable
from twofold.messages.model import Message


@pytest.fixture
def gateway(house: House) -> OwnGateway:
    house.boot("receive_callbacks")
    return OwnGateway(house)


def accepted(house: House, provider: str = "webhook", **fields: Any) -> Message:
    """A text to Anna that this provider took."""
    book = DynamoMessageBook(connect(SETTINGS))
    message = a_message(house.lead_id(), **fields)
    book.claim(message)
    taken = replace(
        message, state="accepted", provider=provider, provider_id=fields.get("provider_id", "p-1")
    )
    book.close(taken, None)
    return taken


def kinds(house: House) -> list[str]:
    return [row["type"] for row in house.ledger()]


class TestStop:
    def test_a_stop_ends_it_and_is_confirmed_once(self, house: House, gateway: OwnGateway):
        house.confirmed()
        assert gateway.text("STOP").status == 204
        lead = house.lead()
        assert (lead.status, lead.scopes) == ("opted_out", ())
        house.send("message.planned.v1")
        ((number, words),) = house.aws.texts
        assert number == ANNA
        assert words.startswith(f"{BUFFET.brand}: wypisano"), "in the lead's language"

    def test_no_marketing_follows_a_stop(self, house: House, gateway: OwnGateway):
        house.confirmed()
        message = house.plan(house.lead_id(), message_class="marketing", template="reminder", to=None)
        gateway.text("STOP")
        house.send("message.planned.v1")
        assert (house.message(message.message_id).rule, len(house.aws.texts)) == ("opted_out", 1)

    def test_the_same_answer_brought_twice_is_one(self, house: House, gateway: OwnGateway):
        house.confirmed()
        for _ in range(2):
            assert gateway.text("STOP", id="in-1").status == 204
        assert kinds(house).count("message.received.v1") == 1
        assert kinds(house).count("message.planned.v1") == 1

    def test_twilio_s_sample_stops_and_answers_with_nothing_to_say(self, house: House, gateway: OwnGateway):
        house.confirmed()
        told = house.ask("receive_callbacks", sample_events.read("callbacks/twilio_inbound"))
        assert (told.status, told.headers["content-type"]) == (200, "text/xml")
        assert told.text.endswith("<Response/>")
        assert house.lead().status == "opted_out"

    def test_so_does_the_topic_of_aws(self, house: House, gateway: OwnGateway):
        house.confirmed()
        brought(house, "sns_answer")
        assert house.lead().status == "opted_out"

    def test_somebody_we_do_not_know_is_left_alone_too(self, house: House, gateway: OwnGateway):
        gateway.text("STOP", CARA)
        mark = house.lead(CARA)
        assert (mark.status, mark.phone) == ("opted_out", None)


class TestOtherAnswers:
    def test_who_asks_for_help_gets_it(self, house: House, gateway: OwnGateway):
        gateway.text("HELP")
        house.send("message.planned.v1")
        assert str(BUFFET.contact) in house.text()

    def test_whoever_comes_back_is_welcome(self, house: House, gateway: OwnGateway):
        house.confirmed()
        scopes = house.lead().scopes
        for words in ("STOP", "START"):
            gateway.text(words)
        assert (house.lead().status, house.lead().scopes) == ("confirmed", scopes)

    def test_a_keyword_and_a_yes_make_a_lead_with_a_code(self, house: House, gateway: OwnGateway):
        put_asset(replace(POSTER, asset_id="ast_word", keyword="NOODLES"))
        gateway.text("noodles")
        house.send("message.planned.v1", "signup.requested.v1")
        assert BUFFET.consents[-1].text["en"] in house.text()
        gateway.text("Y")
        house.send("code.issued.v1")
        lead = house.lead()
        assert (lead.status, lead.scopes) == ("confirmed", BUFFET.consents[-1].scopes)
        assert lead.codes[0] in house.text()
        assert len(house.aws.texts) == 2


class TestReceipts:
    def test_a_text_that_arrived_has_arrived(self, house: House, gateway: OwnGateway):
        message = accepted(house, price=50_000)
        told = gateway.status("p-1", "delivered", message_id=message.message_id, price="0.0431")
        assert told.status == 204
        settled = house.message(message.message_id)
        assert (settled.state, settled.billed) == ("delivered", 43_100)
        assert kinds(house)[-1] == "message.delivered.v1"

    @pytest.mark.parametrize(
        ("sample", "state"), [("eventbridge_receipt", "delivered"), ("logs_receipts", "failed")]
    )
    def test_aws_tells_by_its_own_ways(self, house: House, gateway: OwnGateway, sample: str, state: str):
        known = {
            "eventbridge_receipt": {"message_id": "msg_5737939ad857839a6ab6ba0980"},
            "logs_receipts": {"provider_id": "1077257a-92f3-5ca3-bc97-6a915b310625"},
        }
        provider = {"eventbridge_receipt": "aws", "logs_receipts": "sns"}[sample]
        message = accepted(house, provider, **known[sample])
        brought(house, sample)
        assert house.message(message.message_id).state == state

    def test_nobody_speaks_of_a_text_that_another_provider_took(self, house: House, gateway: OwnGateway):
        house.confirmed()
        message = accepted(house, "sns")
        gateway.status("p-1", "failed", message_id=message.message_id, error="X1", fault="opted_out")
        assert (house.lead().status, house.message(message.message_id).state) == ("confirmed", "accepted")

    def test_a_price_beyond_belief_is_not_counted(self, house: House, gateway: OwnGateway):
        message = accepted(house, price=50_000)
        gateway.status("p-1", "delivered", message_id=message.message_id, price="9999.99")
        settled = house.message(message.message_id)
        assert (settled.state, settled.billed) == ("delivered", None)

    def test_a_number_on_the_provider_s_list_has_left(self, house: House, gateway: OwnGateway):
        house.confirmed()
        message = accepted(house)
        gateway.status("p-1", "failed", message_id=message.message_id, error="X1", fault="opted_out")
        assert house.lead().status == "opted_out"
        assert house.message(message.message_id).rule == "X1"

    def test_a_receipt_of_somebody_else_s_text_changes_nothing(self, house: House, gateway: OwnGateway):
        assert gateway.status("p-1", "delivered", to=ANNA).status == 204
        assert gateway.status("p-1", "delivered", message_id="msg_never").status == 204
        assert house.ledger() == []


class TestWhoIsBelieved:
    @pytest.mark.parametrize("sample", ["twilio_inbound", "twilio_status", "sms_inbound", "sms_status"])
    def test_nobody_without_a_signature(self, house: House, gateway: OwnGateway, sample: str):
        house.confirmed()
        before = house.ledger()
        event = sample_events.read(f"callbacks/{sample}")
        names = ("x-twilio-signature", "webhook-signature")
        event["headers"] = {n: v for n, v in event["headers"].items() if n not in names}
        told = house.ask("receive_callbacks", event)
        assert (told.status, told.json["code"]) == (401, "untrusted")
        assert house.ledger() == before

    def test_nor_another_topic(self, house: House, gateway: OwnGateway):
        house.confirmed()
        event = sample_events.read("callbacks/sns_answer")
        event["Records"][0]["Sns"]["TopicArn"] += "-of-others"
        house.boot("receive_callbacks")(event)
        assert house.lead().status == "confirmed"


class TestABadMoment:
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
            raise EndpointConnectionError(endpoint_url="https://dynamodb.internal")

        monkeypatch.setattr(SignedService, "_once", fail)

    def test_a_gateway_is_asked_to_bring_it_again(
        self, house: House, gateway: OwnGateway, monkeypatch: pytest.MonkeyPatch
    ):
        self.broken(monkeypatch)
        told = gateway.text("STOP")
        assert (told.status, told.headers["retry-after"]) == (503, "2")

    def test_and_so_is_lambda(self, house: House, gateway: OwnGateway, monkeypatch: pytest.MonkeyPatch):
        self.broken(monkeypatch)
        with pytest.raises(Unavailable):
            brought(house, "sns_answer")


def test_what_was_said_and_by_whom_stays_out_of_the_log(house: House, gateway: OwnGateway, log):
    gateway.text("HELP, says Żaneta")
    brought(house, "sns_answer")
    written = log.getvalue()
    assert '"outcome"' in written
    for secret in (ANNA[1:], "Żaneta", json.dumps("Żaneta")[1:-1]):
        assert secret not in written
