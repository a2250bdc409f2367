"""Who is told what: patterns, echoes, contacts, and the words."""

import json
from base64 import b64decode
from datetime import timedelta

import pytest

from tests.fakes.webhook_office import LEAD, SITE, Office, answers, in_turn
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import CodeRedeemed, EventData, LeadErased, LeadOptedOut
from twofold.webhooks.deliveries.matching import wants
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.sending.redact import KEPT, masked
from twofold.webhooks.subscriptions.check import insist_on_headers, insist_on_patterns
from twofold.webhooks.subscriptions.patterns import PATTERNS, fits
from twofold.webhooks.subscriptions.secret import draw_secret

PHONE = "+48601234567"
ANNA = Contact(
    lead_id=LEAD,
    phone=PHONE,
    status="confirmed",
    stage="lead",
    consents=("marketing",),
    locale="pl",
    attributes={"first_name": "Anna"},
)
SPENT = CodeRedeemed(code="BUF1", redemption_id="BUF1.2", order_id="1042", amount=8900, currency="PLN")


@pytest.mark.parametrize(
    ("pattern", "kind", "fit"),
    [
        ("*", "code.redeemed.v1", True),
        ("code.*", "code.redeemed.v1", True),
        ("code.redeemed.v1", "code.redeemed.v1", True),
        ("lead.*", "code.redeemed.v1", False),
        ("code.issued.v1", "code.redeemed.v1", False),
        ("code.*", "codex.redeemed.v1", False),
    ],
)
def test_a_pattern_fits_what_it_says(pattern: str, kind: str, fit: bool):
    assert fits([pattern], kind) is fit


def test_a_pattern_that_fits_nothing_is_named_and_the_nearest_one_told():
    with pytest.raises(InvalidRequest) as refused:
        insist_on_patterns(["lead.*", "code.redemed.v1"])
    assert (refused.value.field, refused.value.code) == ("events[1]", "unknown_event")
    assert refused.value.detail.endswith("did you mean code.redeemed.v1?")


def test_patterns_are_kept_once_each():
    assert insist_on_patterns(["*", "lead.*", "*"]) == ("*", "lead.*")
    assert insist_on_patterns(PATTERNS) == PATTERNS


@pytest.mark.parametrize(
    "name", ["Host", "webhook-signature", "Content-Type", "X-Amz-Security-Token", "a b", "é", ""]
)
def test_headers_that_would_change_the_request_are_refused(name: str):
    with pytest.raises(InvalidRequest) as refused:
        insist_on_headers({name: "x"})
    assert refused.value.field is not None
    assert refused.value.field.startswith("headers.")


@pytest.mark.parametrize("value", ["a\r\nx: y", " a", "ü", "a\x00"])
def test_headers_that_would_end_the_line_are_refused_and_the_value_is_not_repeated(value: str):
    with pytest.raises(InvalidRequest) as refused:
        insist_on_headers({"Authorization": value})
    assert value not in refused.value.detail


def test_a_system_is_not_told_what_it_told_us(office: Office):
    hubspot, other = office.subscribe("hubspot", system="hubspot"), office.subscribe("other", system="other")
    nobody = office.subscribe("nobody")
    left = office.event(LeadOptedOut(source="partner", told_by="hubspot"))
    assert [wants(each, left) for each in (hubspot, other, nobody)] == [False, True, True]
    by_themselves = office.event(LeadOptedOut(source="reply"))
    assert all(wants(each, by_themselves) for each in (hubspot, other, nobody))


def test_the_body_is_a_cloud_event_and_says_no_more_than_was_asked_for(office: Office):
    office.contacts.known[LEAD] = ANNA
    crm = office.subscribe()
    told = office.happens(SPENT)
    office.serve()
    ((_, request),) = office.endpoints.got
    body = json.loads(request.body)
    assert {name: body[name] for name in ("specversion", "id", "source", "type", "subject", "time")} == {
        "specversion": "1.0",
        "id": told.id,
        "source": SITE,
        "type": "code.redeemed.v1",
        "subject": LEAD,
        "time": told.time,
    }
    assert (body["twofoldversion"], body["campaignid"], body["assetid"]) == (
        told.version,
        "buffet-20",
        "ast_landing",
    )
    assert all(name.isalnum() and name.islower() for name in body)
    assert body["data"]["order_id"] == "1042"
    assert PHONE.encode() not in request.body
    assert request.url == crm.url


def test_the_contact_is_added_as_it_is_now_and_kept_nowhere(office: Office):
    crm = office.subscribe(contact=True)
    told = office.happens(SPENT)
    office.contacts.known[LEAD] = ANNA
    office.endpoints.behaviours[crm.url] = answers(200, b'{"hello": "Anna", "phone": "+48 601 234 567"}')
    office.serve()
    ((_, request),) = office.endpoints.got
    contact = json.loads(request.body)["data"]["contact"]
    assert (contact["phone"], contact["attributes"], contact["consents"]) == (
        PHONE,
        {"first_name": "Anna"},
        ["marketing"],
    )
    kept = repr(office.told(crm, told)) + repr(office.health.find(crm.subscription_id))
    assert "Anna" not in kept
    assert "601" not in kept
    assert office.told(crm, told).tries[0].answer == '{"hello": "•••", "phone": "+•••"}'


def test_nobody_is_told_who_an_erased_lead_was(office: Office):
    office.subscribe(contact=True)
    office.happens(SPENT)
    office.serve()
    ((_, request),) = office.endpoints.got
    assert "contact" not in json.loads(request.body)["data"]


PROFILE = b'{"profile": {"first_name": "Jan", "city": "Reykjavik"}}'


@pytest.mark.parametrize("status", [200, 422])
@pytest.mark.parametrize("event", [LeadErased(source="partner"), SPENT])
def test_nothing_is_kept_of_what_is_said_of_somebody_who_was_erased(
    office: Office, status: int, event: EventData
):
    crm = office.subscribe(mapping={"system": "hubspot"})
    office.endpoints.behaviours[crm.url] = answers(status, PROFILE)
    told = office.happens(event)
    office.serve()
    assert [(each.status, each.answer) for each in office.told(crm, told).tries[:1]] == [(status, None)]


def test_nor_by_who_was_never_told_whom_it_is_about(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(200, PROFILE)
    told = office.happens(LeadErased(source="partner"))
    office.serve()
    assert office.told(crm, told).tries[0].answer is None


def test_a_crm_that_took_it_may_say_what_it_knows_and_none_of_that_is_kept(office: Office):
    crm = office.subscribe(mapping={"system": "hubspot"})
    office.contacts.known[LEAD] = ANNA
    office.endpoints.behaviours[crm.url] = in_turn(answers(503, b"busy"), answers(200, PROFILE))
    told = office.happens(SPENT)
    office.serve()
    assert [each.answer for each in office.told(crm, told).tries] == ["busy", None]


@pytest.mark.parametrize(
    "said",
    [
        rb'{"name": "Jos\u00e9"}',
        rb'{"at": "a\/b street"}',
        rb'{"in": "{\"name\": \"Jos\\u00e9\"}"}',
        rb'{"quoted": "the \"Fox\""}',
        rb'{"party": "\ud83c\udf89 Ltd"}',
        rb'{"cut": "Jos\u00e9',
        "Jose\u0301".encode(),
    ],
)
def test_no_word_hides_behind_how_json_spells_it(said: bytes):
    hidden = ("José", "a/b street", 'the "Fox"', "🎉 Ltd")
    kept = masked(said, hidden)
    assert kept is not None
    assert "•••" in kept
    assert not any(part in kept for part in ("Jos", "street", "Fox", "Ltd"))


def test_both_secrets_sign_for_a_day_and_then_the_new_one_alone(office: Office):
    crm = office.subscribe()
    rotated = crm.rotated(draw_secret(), office.clock())
    office.subscriptions.save(rotated)
    office.happens()
    office.serve()
    office.clock.forward(hours=24)
    office.happens()
    office.serve()
    (_, during), (_, after) = office.endpoints.got
    assert len(during.headers["webhook-signature"].split()) == 2
    assert len(after.headers["webhook-signature"].split()) == 1
    assert len(b64decode(rotated.secret.removeprefix("whsec_"))) == 32


def test_rotating_twice_leaves_nobody_out(office: Office):
    crm = office.subscribe()
    twice = crm.rotated("whsec_b", office.clock()).rotated("whsec_c", office.clock() + timedelta(hours=1))
    assert twice.secrets(office.clock() + timedelta(hours=2)) == ("whsec_c", "whsec_b", crm.secret)
    assert twice.secrets(office.clock() + timedelta(hours=24, minutes=30)) == ("whsec_c", "whsec_b")
    assert twice.secrets(office.clock() + timedelta(hours=25)) == ("whsec_c",)


@pytest.mark.parametrize(
    "number", ["601234567", "+48 601 234 567", "(601) 234-567", "601.234.567", "0048/601/234567"]
)
def test_no_number_is_kept_however_it_is_written(number: str):
    kept = masked(f"unknown contact {number}, sorry".encode())
    assert kept is not None
    assert not any(digit in kept for digit in "1234567")
    assert kept.startswith("unknown contact")


def test_what_is_kept_of_an_answer_is_short_and_readable():
    assert masked(b"") is None
    assert masked(b"order 104200, 3 lines") == "order 104200, 3 lines"
    assert masked(b"\xff\xfe") == "��"
    # A number at the cut is masked before it is cut through.
    kept = masked(b"x" * (KEPT - 3) + b"601234567")
    assert kept == "x" * (KEPT - 3) + "•••"


def test_neither_secret_nor_header_is_shown_by_a_subscription(office: Office):
    crm = office.subscribe(headers={"Authorization": "Bearer very-secret"}).rotated(
        draw_secret(), office.clock()
    )
    assert "whsec_" not in repr(crm)
    assert "very-secret" not in repr(crm)
    assert PHONE not in repr(ANNA)
