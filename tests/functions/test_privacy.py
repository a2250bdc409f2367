"""To be forgotten, to see what is kept, and to have it proved: as a partner asks for it."""

import io
import json

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.partners.keys import mint_key
from twofold.verify.judge import judge


@pytest.fixture(autouse=True)
def withdrawn(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no bucket of exports in this AWS."""
    monkeypatch.setattr("twofold.wiring.exports_withdrawn.withdraw_exports", lambda: lambda: 0)


def ask(house: House, sample: str, **fields: object) -> Answered:
    headers = house.key() | fields.pop("headers", {})  # type: ignore[operator]
    event = sample_events.http(sample, lead_id=house.lead_id(), headers=headers, **fields)  # type: ignore[arg-type]
    return house.ask("serve_partners", event)


def hear(house: House) -> None:
    """That somebody was erased, as the rule hands it over."""
    rows = [row for row in house.ledger() if row["type"] == "lead.erased.v1"]
    sample = sample_events.read("bus/lead.erased.v1")
    house.boot("forget_leads")({**sample, "detail": json.loads(rows[-1]["event"])})


def test_a_lead_is_erased_and_all_is_forgotten(house: House, log: io.StringIO):
    house.code()
    house.send("code.issued.v1")
    told = ask(house, "erase", headers={"if-match": f'"{house.lead().version}"'})
    assert (told.status, told.json) == (202, {"lead_id": house.lead_id(), "status": "erased"})
    hear(house)
    assert json.loads(log.getvalue().splitlines()[-1])["outcome"] == "forgotten"
    assert ANNA[1:] not in json.dumps(house.aws.rows("messages"))
    assert house.aws.rows("challenges") == []


def test_erased_again_it_says_the_same_and_tells_nothing_new(house: House):
    house.confirmed()
    first, again = ask(house, "erase", headers={"if-match": "*"}), ask(house, "erase")
    assert (first.status, first.text) == (again.status, again.text)
    assert [row["type"] for row in house.ledger()].count("lead.erased.v1") == 1


def test_a_lead_that_moved_on_is_not_erased(house: House):
    house.confirmed()
    told = ask(house, "erase", headers={"if-match": '"99"'})
    assert (told.status, told.json["code"]) == (412, "version_mismatch")
    assert house.lead().status == "confirmed"


@pytest.mark.parametrize("sample", ["erase", "subject", "evidence"])
def test_nobody_is_told_of_whom_nobody_knows(house: House, sample: str):
    told = ask(house, sample)
    assert (told.status, told.json["code"]) == (404, "lead_not_found")


def test_the_system_that_asked_need_not_be_told(house: House):
    house.confirmed()
    secret, key = mint_key("crm", ("leads:write",), system="hubspot")
    DynamoKeyBook().put(key)
    ask(house, "erase", headers={"authorization": f"Bearer {secret}", "if-match": "*"})
    (row,) = [row for row in house.ledger() if row["type"] == "lead.erased.v1"]
    assert json.loads(row["event"])["data"] == {"source": "partner", "told_by": "hubspot"}


def test_a_person_is_told_all_that_is_kept(house: House):
    code = house.code()
    house.send("code.issued.v1")
    told = ask(house, "subject").json
    assert told["lead"]["phone"] == {"e164": ANNA, "country": "PL"}
    assert told["consents"][0]["content"]["wording"]
    assert [each["code"] for each in told["codes"]] == [code]
    assert {each["template"] for each in told["messages"]} == {"verification", "code"}
    assert told["verifications"][0]["evidence"]["address"] == "203.0.113.7"
    assert {each["type"] for each in told["events"]} >= {"lead.confirmed.v1", "code.issued.v1"}
    assert told["cut"] == []


def test_of_somebody_erased_little_is_left_to_tell(house: House):
    house.code()
    ask(house, "erase", headers={"if-match": "*"})
    hear(house)
    told = ask(house, "subject")
    assert told.json["lead"]["status"] == "erased"
    assert "content" not in told.json["consents"][0]
    assert not any(secret in told.text for secret in (ANNA[3:], "203.0.113.7", "Anna"))


def test_what_proves_consent_verifies_before_and_after_it_is_erased(house: House):
    house.code()
    whole = ask(house, "evidence")
    found = judge(whole.text.encode())
    assert found.holds, found.findings
    assert found.heading["phone"] == ANNA
    assert {row["kind"] for row in found.rows} == {"consent", "text", "event"}
    ask(house, "erase", headers={"if-match": "*"})
    hear(house)
    erased = judge(ask(house, "evidence").text.encode())
    assert erased.holds, erased.findings
    assert len(erased.erased) == 1
    assert erased.links[0]["digest"] == found.links[0]["digest"]
    assert erased.signature == "checked"


def test_the_key_is_told_that_evidence_is_signed_with(house: House):
    house.confirmed()
    told = house.ask("serve_partners", sample_events.http("evidence_key", headers=house.key()))
    sealed = judge(ask(house, "evidence").text.encode()).seal
    assert told.status == 200
    assert told.json == {name: sealed[name] for name in ("algorithm", "public_key", "fingerprint")}
