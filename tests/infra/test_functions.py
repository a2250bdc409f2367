"""Every function is made one way, and has what each of them needs."""

import ast
from pathlib import Path

import pytest

from infra.artefacts import ROOT
from twofold.contracts.routes.catalogue import ROUTES

FOLDERS = {path.name for path in (ROOT / "functions").iterdir() if path.is_dir() and path.name[0] != "_"}
MADE_HERE = ROOT / "infra" / "constructs" / "product_function.py"


def _makes_functions(path: Path) -> bool:
    """Whether it calls anything of Lambda's whose name ends in Function."""
    calls = (node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    names = (ast.unparse(call) for call in calls)
    return any(name.startswith("lambda_.") and name.endswith("Function") for name in names)


def test_only_product_function_makes_functions():
    makers = {path for path in (ROOT / "infra").rglob("*.py") if _makes_functions(path)}
    assert makers == {MADE_HERE}


def test_there_is_one_function_for_each_folder(template):
    assert set(template.functions()) == FOLDERS
    assert len(template.of("AWS::Lambda::Function")) == len(FOLDERS)


def test_every_route_has_a_function(template):
    assert {route.function for route in ROUTES} <= set(template.functions())


def test_functions_run_on_python_3_13_and_arm(on_aws):
    for function in on_aws.functions().values():
        assert (function["Runtime"], function["Architectures"]) == ("python3.13", ["arm64"])


def test_functions_are_traced_by_lambda_itself_unless_customers_pay_for_it(template):
    mode = "PassThrough" if template.name == "prod" else "Active"
    assert all(f["TracingConfig"] == {"Mode": mode} for f in template.functions().values())


def test_functions_log_into_groups_that_forget(template):
    groups = template.of("AWS::Logs::LogGroup")
    assert all(group["Properties"]["RetentionInDays"] > 0 for group in groups.values())
    for function in template.functions().values():
        assert function["LoggingConfig"]["LogGroup"]["Ref"] in groups


def _watched(template, metric: str) -> set[str]:
    """Logical ids of what alarms look at by this metric."""
    alarms = [a for a in template.properties("AWS::CloudWatch::Alarm") if a.get("MetricName") == metric]
    looked_at = [dimension["Value"] for alarm in alarms for dimension in alarm["Dimensions"]]
    return {value.get("Ref") or value["Fn::GetAtt"][0] for value in looked_at}


def _answering(template) -> set[str]:
    """Logical ids of functions that are called otherwise than asynchronously: over HTTP, by a queue or a stream."""
    routed = {route.function for route in ROUTES}
    sources = template.properties("AWS::Lambda::EventSourceMapping")
    return {mapping["FunctionName"]["Ref"] for mapping in sources} | {
        key
        for key, function in template.of("AWS::Lambda::Function").items()
        if function["Properties"]["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"] in routed
    }


def test_every_function_rings_when_it_fails(template):
    """At its errors, or where it is only called asynchronously, at what it gave up: Lambda tries three times first."""
    rings = _watched(template, "Errors")
    filled = _watched(template, "ApproximateNumberOfMessagesVisible")
    for key, function in template.of("AWS::Lambda::Function").items():
        dead = function["Properties"].get("DeadLetterConfig", {}).get("TargetArn", {}).get("Fn::GetAtt", [""])
        assert (key in rings) or (key not in _answering(template) and dead[0] in filled)


def test_nobody_rings_twice_for_the_same(template):
    asynchronous = set(template.of("AWS::Lambda::Function")) - _answering(template)
    assert len(asynchronous) == 6
    assert not asynchronous & _watched(template, "Errors")


def test_lambda_tries_three_times_before_it_gives_up(template):
    """Twice again is what it does where nobody says otherwise."""
    assert not template.of("AWS::Lambda::EventInvokeConfig")


def test_every_alarm_tells_the_topic_and_says_what_to_do(template):
    (topic,) = [key for key in template.of("AWS::SNS::Topic") if key.startswith("Alarms")]
    for alarm in template.properties("AWS::CloudWatch::Alarm"):
        assert alarm["AlarmActions"] == [{"Ref": topic}]
        assert len(alarm["AlarmDescription"]) > 30


@pytest.mark.parametrize("name", ["serve_pages", "register_leads", "redeem_codes", "record_orders"])
def test_whoever_has_somebody_waiting_has_more_processor(template, name):
    assert template.functions()[name]["MemorySize"] == 1024


def test_no_role_is_given_a_policy_of_somebody_elses(template):
    assert not any(role.get("ManagedPolicyArns") for role in template.properties("AWS::IAM::Role"))
