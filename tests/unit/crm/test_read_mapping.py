"""A mapping is read strictly, and says what was probably meant."""

from typing import Any

import pytest

from twofold.contracts.errors import InvalidRequest
from twofold.crm.mapping.model import EVENT_NAMES
from twofold.crm.mapping.read_mapping import check_mapping, read_mapping
from twofold.crm.mapping.systems import DEFAULTS, SYSTEMS, System


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_system_alone_will_do(system: System):
    mapping = read_mapping({"system": system})
    assert mapping.fields == DEFAULTS[system].fields
    assert len(set(mapping.fields.values())) == len(mapping.fields), "no two facts share a field"
    assert set(mapping.stages) == {"subscriber", "lead", "mql", "sql", "customer", "advocate"}
    assert mapping.events == EVENT_NAMES


def test_what_is_said_is_put_over_what_is_usual_and_null_takes_away():
    said = {
        "fields": {"phone": "phone", "locale": "hs_language", "tags": None},
        "events": {"message.sent.v1": None},
    }
    mapping = read_mapping({"system": "hubspot", **said})
    assert (mapping.fields["phone"], mapping.fields["locale"]) == ("phone", "hs_language")
    assert "tags" not in mapping.fields
    assert "message.sent.v1" not in mapping.events


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        (7, "mapping", "an object"),
        ({}, "mapping.system", "hubspot, salesforce, klaviyo"),
        ({"system": "hubspott"}, "mapping.system", "one of"),
        ({"system": ["hubspot"]}, "mapping.system", "one of"),
        ({"system": "hubspot", "field": {}}, "mapping.field", "did you mean fields?"),
        ({"system": "hubspot", "fields": []}, "mapping.fields", "an object"),
        ({"system": "hubspot", "fields": {"phon": "x"}}, "mapping.fields.phon", "did you mean phone?"),
        (
            {"system": "hubspot", "fields": {"first_name": "x"}},
            "mapping.fields.first_name",
            "attributes.first_name?",
        ),
        ({"system": "hubspot", "fields": {"attributes.": "x"}}, "mapping.fields.attributes.", "no such name"),
        ({"system": "hubspot", "fields": {"phone": 7}}, "mapping.fields.phone", "a text"),
        ({"system": "hubspot", "fields": {"phone": "a/b"}}, "mapping.fields.phone", "a text"),
        ({"system": "hubspot", "fields": {"phone": "x" * 101}}, "mapping.fields.phone", "100"),
        ({"system": "hubspot", "fields": {"lead_id": None}}, "mapping.fields.lead_id", "a text"),
        ({"system": "hubspot", "fields": {"version": None}}, "mapping.fields.version", "a text"),
        (
            {"system": "hubspot", "fields": {"locale": "mobilephone"}},
            "mapping.fields.locale",
            "phone already",
        ),
        (
            {"system": "hubspot", "stages": {"customers": "x"}},
            "mapping.stages.customers",
            "did you mean customer?",
        ),
        ({"system": "hubspot", "stages": {"customer": None}}, "mapping.stages.customer", "a text"),
        (
            {"system": "hubspot", "events": {"lead.confirmd.v1": "x"}},
            "mapping.events.lead.confirmd.v1",
            "confirmed",
        ),
        ({"system": "hubspot", "options": {"list_id": "x"}}, "mapping.options.list_id", "no such name"),
        (
            {"system": "klaviyo", "options": {"list_id": "a b"}},
            "mapping.options.list_id",
            "letters and digits",
        ),
        ({"system": "klaviyo", "options": {"revision": "new"}}, "mapping.options.revision", "a day"),
        ({"system": "salesforce", "options": {"api_version": "62"}}, "mapping.options.api_version", "v62.0"),
        ({"system": "salesforce", "options": {"company": ""}}, "mapping.options.company", "a text"),
        ({"system": "salesforce", "options": {"company": 1}}, "mapping.options.company", "a text"),
        (
            {"system": "hubspot", "fields": {f"attributes.a{i}": f"a{i}" for i in range(101)}},
            "mapping.fields",
            "100",
        ),
    ],
)
def test_what_makes_no_sense_is_told_with_its_path(said: Any, field: str, words: str):
    with pytest.raises(InvalidRequest) as refused:
        read_mapping(said)
    assert refused.value.field == field
    assert words in refused.value.detail


def test_a_webhook_of_one_system_has_no_mapping_of_another():
    check_mapping({"system": "klaviyo"}, "klaviyo")
    check_mapping({"system": "klaviyo"})
    with pytest.raises(InvalidRequest, match=r"mapping\.system"):
        check_mapping({"system": "klaviyo"}, "hubspot")
