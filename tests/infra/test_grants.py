"""Who may do what: the whole table, so that a right more or less is seen in review."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.infra.rights import ON_ONE_MACHINE, RIGHTS, WITH_PROVIDERS
from tests.infra.synthesis import Template, readable, ready, synthesise
from twofold.contracts.settings import AwsSmsSettings, SmsSettings
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
        .replace("AutomationsrunautomationsFunction", "run_automations")
    )
    if secret := re.search(r":secret:twofold/\w+/(\w+)-\?{6}$", name):
        return f"secret {secret[1]}"
    if texts := re.search(r":sms-voice:[\w-]+:[\w:]+:([\w-]+/[\w*-]+(/\*)?)$", name):
        return texts[1]
    name = re.sub(r"^.*:schedule/\w+/\*$", "schedules", name)
    name = re.sub(r"^\w*MagnetsBucket\w*(\.Arn)?/magnets/\*$", "magnets", name)
    name = re.sub(r"^.*:s3:::twofold-\w+-uploads-.*/(imports|faults)/\*$", r"uploads \1", name)
    name = re.sub(r"^ExportsBucket/(personal|plain)/\*$", r"exports \1", name)
    name = re.sub(r"^.*:function:twofold-\w+-([\w-]+)$", lambda found: found[1].replace("-", "_"), name)
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


def _expected(function: str, more: Mapping[str, Mapping[str, str]]) -> dict[str, set[str]]:
    table = {**RIGHTS[function], **more.get(function, {})}
    expected = {name: set(verbs.split()) for name, verbs in table.items()}
    return expected | {"*": expected.get("*", set()) | EVERYONE["*"]}


def _beside_its_log(template: Template, function: str) -> dict[str, set[str]]:
    rights = _rights(template, function)
    (log,) = [name for name in rights if name.endswith("Logs")]
    assert rights.pop(log) == {"CreateLogStream", "PutLogEvents"}
    return rights


@pytest.mark.parametrize("function", sorted(RIGHTS))
def test_a_function_may_do_what_the_table_says_and_nothing_else(template, function):
    more = ON_ONE_MACHINE if template.name == "local" else {}
    assert _beside_its_log(template, function) == _expected(function, more)


@pytest.mark.parametrize("function", sorted(RIGHTS))
def test_providers_bring_their_own_rights_and_secrets_and_no_others(whole, function):
    assert _beside_its_log(whole, function) == _expected(function, WITH_PROVIDERS)


@pytest.mark.parametrize(
    ("origination", "resource"),
    [
        ("+15005550006", "phone-number/*"),
        ("phone-1", "phone-number/phone-1"),
        ("pool-1", "pool/pool-1"),
        ("TWOFOLD", "sender-id/TWOFOLD/*"),
        ("arn:aws:sms-voice:us-east-1:111111111111:pool/pool-2", "pool/pool-2"),
    ],
)
def test_texts_come_from_nobody_but_who_is_named(tmp_path, origination, resource):
    aws = AwsSmsSettings(origination=origination)
    template = synthesise(replace(ready("dev"), sms=SmsSettings(provider="aws"), aws=aws), tmp_path)
    rights = _rights(template, "send_messages")
    assert rights[resource] == {"SendTextMessage"}
    assert "Publish" not in rights["*"]


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


def test_a_deferred_text_may_wake_its_own_queue_and_nothing_else(template):
    (role,) = [r for key, r in template.of("AWS::IAM::Role").items() if key.startswith("MessagesSchedules")]
    (policy,) = [
        p for p in template.properties("AWS::IAM::Policy") if "SchedulesRole" in json.dumps(p["Roles"])
    ]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert statement["Action"] == "sqs:SendMessage"
    assert {readable(resource) for resource in statement["Resource"]} == {
        "MessagesmarketingQueue",
        "ListenersDeadLettersQueue",
    }
    (trust,) = role["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "scheduler.amazonaws.com"}
    assert set(trust["Condition"]) == {"StringEquals"}
    assert set(trust["Condition"]["StringEquals"]) == {"aws:SourceAccount"}


def test_a_role_is_passed_to_the_scheduler_alone(template):
    (passing,) = [s for s in _statements(template, "send_messages") if s["Action"] == "iam:PassRole"]
    assert passing["Condition"] == {"StringEquals": {"iam:PassedToService": "scheduler.amazonaws.com"}}


def test_schedules_stand_in_a_group_of_their_own_on_aws(templates):
    groups = {
        name: readable(statement["Resource"]).split(":schedule/")[1]
        for name, template in templates.items()
        for statement in _statements(template, "send_messages")
        if statement["Action"] == "scheduler:CreateSchedule"
    }
    own = "MessagesSchedulesGroup/*"
    assert groups == {"local": "default/*", "dev": own, "prod": own}


def test_texts_may_go_to_phones_but_never_to_a_topic(template):
    (deny,) = [s for s in _statements(template, "send_messages") if s["Effect"] == "Deny"]
    assert (deny["Action"], deny["Resource"]) == ("sns:Publish", "arn:aws:sns:*:*:*")


def test_the_personal_key_serves_tables_and_whoever_reads_or_writes_the_files_that_name_people(template):
    served: dict[str, set[str]] = defaultdict(set)
    for function in RIGHTS:
        for statement in _statements(template, function):
            if "kms:" in str(statement["Action"]):
                (condition,) = statement["Condition"].items()
                assert condition[0] == "StringEquals"
                served[condition[1]["kms:ViaService"]].add(function)
    tables, files = (f"{name}.eu-central-1.amazonaws.com" for name in ("dynamodb", "s3"))
    assert set(served) == {tables, files}
    assert served[files] == {"serve_partners", "import_files", "export_data"}


def test_files_that_name_people_are_encrypted_in_the_name_of_who_writes_them_and_no_more(template):
    verbs = {
        function: {
            verb
            for statement in _statements(template, function)
            if "s3." in json.dumps(statement.get("Condition", {}))
            for verb in _listed(statement["Action"])
        }
        for function in ("serve_partners", "import_files", "export_data")
    }
    assert verbs == {function: {"kms:Decrypt", "kms:GenerateDataKey"} for function in verbs}


def test_only_whoever_goes_on_by_itself_is_let_off_the_guard_against_loops(template):
    allowed = {name for name, f in template.functions().items() if f.get("RecursiveLoop") == "Allow"}
    calls_itself = {name for name in RIGHTS if "InvokeFunction" in _rights(template, name).get(name, ())}
    assert allowed == calls_itself == {"deliver_webhooks", "export_data", "import_files"}
