"""Whatever a lead is: told to a CRM and told back, they are as they were."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.crm_habits import Spelling, as_it_came, shouted, titled
from tests.fakes.crm_klaviyo import _flat
from tests.unit.crm.ring import Looking, contact_of
from tests.unit.crm.sent import NOW, a_subscription, event_of
from twofold.contracts.payloads.leads import LONGEST_VALUE
from twofold.crm.inbound.changes import Verdict
from twofold.crm.inbound.judge import judge
from twofold.crm.inbound.spelling import same
from twofold.crm.mapping.read_mapping import read_mapping
from twofold.crm.mapping.systems import SYSTEMS, System
from twofold.crm.outbound.wording import CrmWording
from twofold.leads.model import STAGES, Lead
from twofold.leads.phone import Phone

NAMES = ("first_name", "last_name", "email", "postcode", "city", "company")
ODD = [
    "Zoë",
    "李",
    "👩‍👩‍👧",
    "\u200fאנה",
    "Straße",
    "ﬁne",
    "İstanbul",
    "O'Brien-Smith",
    "=1+1",
    "a;b",
    "None",
    "false",
]
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=LONGEST_VALUE)
VALUES = st.one_of(st.sampled_from(ODD), LINE, st.just("é" * LONGEST_VALUE)).filter(str.strip)
TAGS = st.sets(st.sampled_from(["vip", "cold", "mag-wein", "Stammgast 2026"]), max_size=4)
LEADS = st.builds(
    Lead,
    lead_id=st.just("YMK466DV67CSEOH7IEUL2OFOBE"),
    status=st.sampled_from(["confirmed", "opted_out"]),
    version=st.integers(1, 10**6),
    phone=st.sampled_from([Phone("+48601234567", "PL"), Phone("+12025550123", "US")]),
    attributes=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6),
    tags=TAGS.map(tuple),
    stage=st.sampled_from(STAGES),
)


def told_back(system: System, lead: Lead, spelling: Spelling = as_it_came) -> dict[str, Any]:
    """What a CRM holds of them once it was told everything, in its own spelling."""
    contact, event = contact_of(lead), event_of("lead.confirmed.v1")
    looking = Looking(lambda _: False)
    first, *_ = CrmWording(looking).requests(a_subscription(system), event, contact, NOW)
    body = json.loads(first.body)
    held: dict[str, Any] = {
        "hubspot": lambda: body["inputs"][0]["properties"],
        "salesforce": lambda: body,
        "klaviyo": lambda: _flat(body["data"]["attributes"]),
    }[system]()
    ours = ("twofold_", "Twofold_", "lifecyclestage", "Status")
    return {
        name: spelling(value) if isinstance(value, str) and not name.startswith(ours) else value
        for name, value in held.items()
    }


def verdict(system: System, lead: Lead, values: dict[str, Any]) -> Verdict:
    return judge(read_mapping({"system": system}), lead, values, lambda _: False)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lead=LEADS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_what_a_crm_was_told_and_tells_back_changes_nobody(system: System, lead: Lead):
    heard = verdict(system, lead, told_back(system, lead))
    assert not heard.updates
    assert not heard.leaves
    assert not heard.refused


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(name=st.sampled_from(["Anna", "Zoë", "Wrocław Stare Miasto", "Ґанна", "Straße"]), lead=LEADS)
@pytest.mark.parametrize("spelling", [shouted, titled])
@pytest.mark.parametrize("system", SYSTEMS)
def test_nor_does_it_in_another_spelling(system: System, spelling: Spelling, name: str, lead: Lead):
    plain = replace(lead, attributes={"first_name": name, "city": name})
    heard = verdict(system, plain, told_back(system, plain, spelling))
    assert not heard.updates


@settings(max_examples=40, deadline=None)
@given(lead=LEADS, word=st.one_of(st.sampled_from(STAGES), st.text(max_size=30)))
@pytest.mark.parametrize("system", SYSTEMS)
def test_no_word_of_a_crm_moves_anybody_back(system: System, lead: Lead, word: str):
    mapping = read_mapping({"system": system})
    for said in {word, *mapping.stages.values(), *mapping.also_stages}:
        stage = verdict(system, lead, {mapping.fields["stage"]: said}).stage
        assert stage is None or STAGES.index(stage) > STAGES.index(lead.stage)


@settings(max_examples=60, deadline=None)
@given(
    lead=LEADS,
    value=st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text(), max_size=3),
        st.text(min_size=10_000, max_size=10_001), st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    ),
)  # fmt: skip
@pytest.mark.parametrize("system", SYSTEMS)
def test_whatever_a_field_holds_it_is_judged_and_what_is_taken_over_is_a_line_that_a_lead_can_have(
    system: System, lead: Lead, value: Any
):
    mapping = read_mapping({"system": system})
    heard = verdict(system, lead, dict.fromkeys(mapping.fields.values(), value))
    for taken in heard.attributes.values():
        assert taken is None or (0 < len(taken) <= LONGEST_VALUE and taken == taken.strip())
        assert taken is None or not any(c < " " or c == "\x7f" for c in taken)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", " ANNA "),
        ("Anna", "An\u200dna"),
        ("Zoë", "Zoe\u0308"),
        ("+48601234567", "0048 601-234-567"),
        ("+48601234567", "+48 (601) 234.567"),
        ("Anna\nMaria", "anna maria"),
        (None, ""),
        (None, ()),
        (("vip", "cold"), ("Cold", "VIP")),
        (False, ""),
    ],
)
def test_the_same_in_another_spelling_is_the_same(one: Any, other: Any):
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "Hanna"),
        ("Anna Maria", "Annamaria"),
        ("a.b@c.example", "ab@c.example"),
        ("1.5", "15"),
        ("👍", "👎"),
        ("Anna", None),
        (("vip",), ("vip", "cold")),
        (True, False),
        ("+48601234567", "+48601234568"),
    ],
)
def test_what_is_something_else_is_something_else(one: Any, other: Any):
    assert not same(one, other)
