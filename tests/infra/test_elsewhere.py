"""Who hears our events by AWS's own means: what is deployed for them, and what is refused in a clear sentence."""

from dataclasses import replace

import pytest
from cfnlint import ManualArgs, lint

from infra.environments import Environment
from infra.environments.check import EnvironmentIncomplete, check
from infra.environments.events import BusTarget, Destination, Events
from tests.infra.synthesis import readable, ready, synthesise
from twofold.contracts.settings import RetentionSettings

BUS = "arn:aws:events:eu-central-1:222222222222:event-bus/in"
SECRET = "arn:aws:secretsmanager:eu-central-1:111111111111:secret:crm-AbCdEf"
WAREHOUSE = BusTarget(name="warehouse", bus=BUS, events=("code.redeemed.v1",))
CRM = Destination(name="crm", url="https://crm.example/events", secret=SECRET, per_second=5)
ALL = Events(archive_days=90, targets=(WAREHOUSE,), destinations=(CRM,))
FILE = f"""
[events]
archive_days = 90
[[events.targets]]
name = "warehouse"
bus = "{BUS}"
events = ["code.redeemed.v1"]
[[events.destinations]]
name = "crm"
url = "https://crm.example/events"
secret = "{SECRET}"
per_second = 5
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return synthesise(replace(ready("prod"), events=ALL), tmp_path_factory.mktemp("elsewhere"))


def _rule(template, name):
    (rule,) = [
        r for key, r in template.of("AWS::Events::Rule").items() if key.startswith(f"Elsewhere{name}Rule")
    ]
    return rule["Properties"]


def test_an_environment_names_them_in_its_file():
    assert Environment.parse("prod", f'region = "eu-central-1"\n{FILE}').events == ALL


def test_nobody_is_told_who_was_not_named(template):
    assert not [key for key in template.body["Resources"] if "Elsewhere" in key]


def test_the_archive_keeps_all_that_is_on_our_bus_for_as_long_as_was_said(told):
    (archive,) = told.properties("AWS::Events::Archive")
    assert (archive["RetentionDays"], archive["EventPattern"]) == (90, {"source": ["twofold"]})
    assert readable(archive["SourceArn"]) == "Bus"


def test_another_account_s_bus_gets_the_live_events_that_it_wants_by_a_role_for_it_alone(told):
    rule = _rule(told, "warehouse")
    assert rule["EventPattern"]["detail-type"] == ["code.redeemed.v1"]
    assert rule["EventPattern"]["detail"]["origin"] == ["live"]
    (target,) = rule["Targets"]
    assert target["Arn"] == BUS
    assert _rights(told, target["RoleArn"]) == [("events:PutEvents", BUS)]


def test_an_endpoint_gets_each_event_as_the_ledger_has_it_with_its_id_and_its_secret(told):
    rule = _rule(told, "crm")
    assert "detail-type" not in rule["EventPattern"]
    (target,) = rule["Targets"]
    assert (target["InputPath"], target["HttpParameters"]["HeaderParameters"]) == (
        "$.detail",
        {"webhook-id": "$.detail.id"},
    )
    (destination,) = told.properties("AWS::Events::ApiDestination")
    assert destination["InvocationEndpoint"] == CRM.url
    assert (destination["HttpMethod"], destination["InvocationRateLimitPerSecond"]) == ("POST", 5)
    (verb, place) = _rights(told, target["RoleArn"])[0]
    assert (verb, place.startswith("Elsewherecrm")) == ("events:InvokeApiDestination", True)


def test_the_secret_itself_is_in_no_template(told):
    (connection,) = told.properties("AWS::Events::Connection")
    key = connection["AuthParameters"]["ApiKeyAuthParameters"]
    assert key["ApiKeyName"] == "Authorization"
    assert key["ApiKeyValue"].startswith(f"{{{{resolve:secretsmanager:{SECRET}:")


def test_what_they_do_not_take_waits_among_dead_letters_of_its_own_and_rings(told):
    ends = {
        readable(_rule(told, name)["Targets"][0]["DeadLetterConfig"]["Arn"]) for name in ("warehouse", "crm")
    }
    assert ends == {"ElsewhereDeadLettersQueue"}
    assert any(key.startswith("ElsewhereDeadLettersQueueFilled") for key in told.of("AWS::CloudWatch::Alarm"))


def test_cfn_lint_finds_nothing(told):
    config = ManualArgs(regions=["eu-central-1"], ignore_checks=["W3005"])
    assert [str(match) for match in lint(told.file.read_text(), config=config)] == []


REFUSED = {
    "[events] archive_days": Events(archive_days=-1),
    "[[events.targets]] bus": Events(targets=(replace(WAREHOUSE, bus="in"),)),
    "[[events.targets]] name": Events(targets=(replace(WAREHOUSE, name="a b"),)),
    "[[events.targets]] events": Events(targets=(replace(WAREHOUSE, events=("code.redemed.v1",)),)),
    "[[events.destinations]] url": Events(destinations=(replace(CRM, url="http://crm.example"),)),
    "[[events.destinations]] secret": Events(destinations=(replace(CRM, secret="hunter2"),)),
    "[[events.destinations]] header": Events(destinations=(replace(CRM, header="X Key"),)),
    "[[events.destinations]] per_second": Events(destinations=(replace(CRM, per_second=0),)),
    "[[events.destinations]] name": Events(
        targets=(WAREHOUSE,), destinations=(replace(CRM, name="warehouse"),)
    ),
}


@pytest.mark.parametrize("field", REFUSED)
def test_what_cannot_be_told_is_refused_by_its_name(field):
    with pytest.raises(EnvironmentIncomplete) as refused:
        check(replace(ready("prod"), events=REFUSED[field]))
    assert str(refused.value).startswith(f"Fill in `{field}` in infra/environments/prod.toml: ")


def test_a_misspelt_event_is_answered_with_the_nearest_that_there_is():
    with pytest.raises(EnvironmentIncomplete, match=r"perhaps `code\.redeemed\.v1`"):
        check(replace(ready("prod"), events=REFUSED["[[events.targets]] events"]))


@pytest.mark.parametrize("told", [Events(archive_days=1), Events(targets=(WAREHOUSE,)), ALL])
def test_one_machine_has_nothing_of_the_kind(told):
    with pytest.raises(EnvironmentIncomplete, match=r"`\[events\]`.*one machine"):
        check(replace(ready("local"), events=told))


def test_a_field_that_there_is_not_is_named_with_its_table():
    with pytest.raises(ValueError, match=r"\[\[events\.targets\]\]: there is no field `arn`"):
        Environment.parse("prod", f'region = "eu-central-1"\n{FILE.replace("bus =", "arn =")}')


@pytest.mark.parametrize(
    ("field", "days"),
    [("exports_days", -1), ("quiet_leads_days", -5), ("evidence_days", -1), ("deliveries_days", 2)],
)
def test_things_cannot_be_kept_for_less_than_nothing(field, days):
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[retention\] {field}`"):
        check(replace(ready("prod"), retention=RetentionSettings(**{field: days})))


def _rights(template, role):
    policies = template.properties("AWS::IAM::Policy")
    (own,) = [p for p in policies if p["Roles"] == [{"Ref": role["Fn::GetAtt"][0]}]]
    return [(s["Action"], readable(s["Resource"])) for s in own["PolicyDocument"]["Statement"]]
