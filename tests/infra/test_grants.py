"""Who may do what: the whole table, so that a right more or less is seen in review."""

import re
from collections import defaultdict
from typing import Any

import pytest

from tests.infra.rights import RIGHTS
from tests.infra.synthesis import Template, readable
from twofold.contracts.tables import TABLES

EVERYONE = {"*": {"PutTelemetryRecords", "PutTraceSegments"}}
TABLE_NAMES = {f"Tables{table.name.replace('_', '')}Table": table.name for table in TABLES}


def _called(resource: Any) -> str:
    """A resource by its everyday name."""
    name = readable(resource)
    for logical, table in TABLE_NAMES.items():
        name = name.replace(logical, table)
    name = (
        name.replace("/index/", " ")
        .replace(".StreamArn", " stream")
        .replace("TablesPersonalKey", "personal key")
    )
    if secret := re.search(r":secret:twofold/\w+/(\w+)-\?{6}$", name):
        return f"secret {secret[1]}"
    return "bus" if name == "Bus" else name


def _statements(template: Template, function: str) -> list[dict[str, Any]]:
    role = template.functions()[function]["Role"]["Fn::GetAtt"][0]
    policies = template.properties("AWS::IAM::Policy")
    own = [policy for policy in policies if {"Ref": role} in policy["Roles"]]
    return [statement for policy in own for statement in policy["PolicyDocument"]["Statement"]]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _rights(template: Template, function: str) -> dict[str, set[str]]:
    rights: dict[str, set[str]] = defaultdict(set)
    for statement in _statements(template, function):
        for resource in _listed(statement["Resource"]):
            name = _called(resource)
            verbs = {action.split(":")[1] for action in _listed(statement["Action"])}
            rights[name if statement["Effect"] == "Allow" else f"not {name}"] |= verbs
    return rights


@pytest.mark.parametrize("function", sorted(RIGHTS))
def test_a_function_may_do_what_the_table_says_and_nothing_else(template, function):
    rights = _rights(template, function)
    (log,) = [name for name in rights if name.endswith("Logs")]
    assert rights.pop(log) == {"CreateLogStream", "PutLogEvents"}
    expected = {name: set(verbs.split()) for name, verbs in RIGHTS[function].items()}
    expected["*"] = expected.get("*", set()) | EVERYONE["*"]
    assert rights == expected


def test_the_table_names_every_function(template):
    assert set(RIGHTS) == set(template.functions())


def test_no_verb_is_a_wildcard(template):
    for function in RIGHTS:
        assert not any("*" in str(statement["Action"]) for statement in _statements(template, function))


def test_only_traces_and_texts_go_to_any_resource(template):
    for function in RIGHTS:
        rights = _rights(template, function)
        assert rights["*"] - EVERYONE["*"] <= {"Publish"}
        assert not any("*" in name for name in rights.keys() - {"*", "not arn:aws:sns:*:*:*"})


def test_texts_may_go_to_phones_but_never_to_a_topic(template):
    (deny,) = [s for s in _statements(template, "send_messages") if s["Effect"] == "Deny"]
    assert (deny["Action"], deny["Resource"]) == ("sns:Publish", "arn:aws:sns:*:*:*")


def test_the_personal_key_serves_tables_alone(template):
    for function in RIGHTS:
        for statement in _statements(template, function):
            if "kms:" in str(statement["Action"]):
                assert statement["Condition"] == {
                    "StringEquals": {"kms:ViaService": "dynamodb.eu-central-1.amazonaws.com"}
                }
