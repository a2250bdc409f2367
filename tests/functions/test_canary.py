"""One person's whole story, after which their number stands where it must and nowhere else."""

import io
import json
import re

import pytest

from tests.fakes import sample_events
from tests.fakes.packing import said
from tests.functions.house import Answered, House
from tests.functions.providers import OwnGateway
from twofold.adapters.dynamodb.items import MessageItem

NUMBER = "+48609871234"
NAME = "Canaria"
MAY_HOLD_IT = {"challenges", "leads", "messages"}
"""Tables of personal data that are told the number; see `contracts.tables`."""


class Story:
    """What was said to whom while it was told."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.key = house.key()
        self.problems: list[Answered] = []
        self.answers: list[Answered] = []

    def ask(self, function: str, sample: str, **changes: object) -> Answered:
        told = self.house.ask(function, sample_events.http(sample, **changes))  # type: ignore[arg-type]
        (self.problems if told.status >= 400 else self.answers).append(told)
        return told

    def tell(self) -> str:
        """From a number left to a rollback, with every refusal on the way; answer the verification code."""
        digits = self.sign_up()
        code = self.answers[-1].json["discount"]["code"]
        self.spend(code)
        self.converse()
        self.ask("serve_partners", "look_up", headers=self.key, body={"phones": [NUMBER, f"{NUMBER} x"]})
        self.ask("serve_partners", "look_up", headers=self.key, body={"phones": [NUMBER], "x": NUMBER})
        self.house.boot("relay_events")(sample_events.streamed(self.house.ledger()))
        return digits

    def sign_up(self) -> str:
        good = json.loads(sample_events.read("http/sign_up")["body"])
        good |= {"phone": NUMBER, "attributes": {"first_name": NAME}}
        wrong = [{**good, "country": "de"}, {**good, "consent": {"version": "x", "accepted": True}}]
        wrong += [{**good, "phone": f"{NUMBER}0"}, {**good, "phone": [NUMBER]}, {**good, "more": NUMBER}]
        for body in wrong:
            self.ask("register_leads", "sign_up", body=body)
        challenge_id = self.ask("register_leads", "sign_up", body=good).json["challenge_id"]
        self.house.send("signup.requested.v1")
        digits = self.house.text(NUMBER)[:6]
        self.ask("register_leads", "confirm", challenge_id=challenge_id, body={"code": "x" + digits})
        self.ask("register_leads", "resend", challenge_id=challenge_id)
        for typed in (f"{(int(digits) + 1) % 10**6:06d}", digits, digits):
            self.ask("register_leads", "confirm", challenge_id=challenge_id, body={"code": typed})
        self.house.send("signup.requested.v1", "code.issued.v1")
        return digits

    def converse(self) -> None:
        """Texts back and forth; what the lead says holds their name and number."""
        gateway = OwnGateway(self.house)
        for words in ("HELP", f"thanks, says {NAME}, {NUMBER}", "STOP"):
            self.answers.append(gateway.text(words, NUMBER))
        self.house.send("message.planned.v1")
        asked = next(row for row in self.house.ledger() if row["type"] == "message.planned.v1")
        message_id = json.loads(asked["event"])["data"]["message_id"]
        # As if this gateway had taken it: nobody else may speak of it.
        MessageItem(message_id=message_id).update([MessageItem.provider.set("webhook")])
        self.answers.append(gateway.status("out-1", "delivered", message_id=message_id, to=NUMBER))
        self.problems.append(gateway.status("out-1", "melted", to=NUMBER))
        self.problems.append(gateway.text("x" * 5_000, NUMBER))

    def spend(self, code: str) -> None:
        headers = self.key | {"idempotency-key": "k"}
        self.ask("serve_pages", "code_page", code=code)
        self.ask("redeem_codes", "check_code", code=code, headers=self.key)
        redemption = self.ask("redeem_codes", "redeem", code=code, headers=headers).json
        self.ask("redeem_codes", "redeem", code=code, headers=self.key, body={"order_id": NUMBER})
        roll_back = {"redemption_id": redemption["redemption_id"], "headers": self.key}
        self.ask("redeem_codes", "roll_back", **roll_back)


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


def test_a_number_a_name_and_a_verification_code_leave_no_trace(story: Story, log: io.StringIO):
    digits = story.tell()
    assert len(story.answers) >= 12
    assert len(story.problems) > 10
    assert all(problem.status >= 400 for problem in story.problems)
    kinds = {row["type"] for row in story.house.ledger()}
    assert {"message.received.v1", "lead.opted_out.v1", "message.delivered.v1", "code.redeemed.v1"} <= kinds
    assert len(log.getvalue().splitlines()) > 25
    assert log.getvalue().count("taken in") == 4
    events = json.dumps(story.house.ledger())
    published = json.dumps([body for call, body in story.house.aws.calls if call.endswith("PutEvents")])
    assert "signup.requested.v1" in published
    assert "message.received.v1" in published
    problems = " ".join(problem.text for problem in story.problems)
    for told in (log.getvalue(), events, published, problems):
        for secret in (NUMBER[1:], NUMBER[3:], NAME):
            assert secret not in told
        assert not re.search(rf"(?<!\d){digits}(?!\d)", told)


def test_the_number_lies_in_the_tables_that_need_it_and_the_code_in_none(story: Story):
    digits = story.tell()
    aws = story.house.aws
    tables = {t: json.dumps(aws.rows(t), default=said) for t in aws.tables()}
    assert "wording_version" in tables["challenges"], "what is packed is looked into"
    assert {name for name, rows in tables.items() if NUMBER[3:] in rows} == MAY_HOLD_IT
    assert not [name for name, rows in tables.items() if f'"{digits}' in rows or f"{digits} is" in rows]


def test_the_text_itself_holds_both_so_the_search_would_find_them(story: Story):
    digits = story.tell()
    sent = [words for number, words in story.house.aws.texts if number == NUMBER]
    assert any(digits in words for words in sent)
    assert f"PhoneNumber=%2B{NUMBER[1:]}" in json.dumps(story.house.aws.calls)
