"""Who calls for automations, by what right, and what becomes of a call that fails."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.infra.starting import environment
from tests.infra.synthesis import Template, readable, ready, synthesise
from twofold.contracts.settings import AutomationSettings, RunnerSettings, StepScheduleSettings


def rule(template: Template) -> dict[str, Any]:
    (ours,) = [r for key, r in template.of("AWS::Events::Rule").items() if "ListenersAutomations" in key]
    return dict(ours["Properties"])


def policy(template: Template, role: str) -> list[dict[str, Any]]:
    (own,) = [p for p in template.properties("AWS::IAM::Policy") if readable(p["Roles"][0]) == role]
    return list(own["PolicyDocument"]["Statement"])


def test_the_function_hears_what_the_presets_need_and_nothing_else(template):
    assert rule(template)["EventPattern"] == {
        "source": ["twofold"],
        "detail-type": list(AutomationSettings().hears),
        "detail": {"origin": ["live"]},
    }


def test_it_hears_what_the_environment_names(tmp_path):
    told = AutomationSettings(hears=("lead.confirmed.v1", "message.failed.v1"))
    template = synthesise(replace(ready("dev"), automations=told), tmp_path)
    assert rule(template)["EventPattern"]["detail-type"] == list(told.hears)


def test_no_queue_stands_between_that_is_asked_all_month(template):
    (target,) = rule(template)["Targets"]
    called = template.of("AWS::Lambda::Function")[target["Arn"]["Fn::GetAtt"][0]]["Properties"]
    assert called == template.functions()["run_automations"]


def test_a_step_s_schedule_may_call_that_function_alone_and_fill_its_dead_letters(template):
    statements = policy(template, "AutomationsStepsRole")
    name = template.functions()["run_automations"]["FunctionName"]
    rights = {s["Action"]: readable(s["Resource"]).rpartition(":")[2] for s in statements}
    assert rights == {"lambda:InvokeFunction": name, "sqs:SendMessage": "ListenersDeadLettersQueue"}


def test_the_role_of_steps_is_the_scheduler_s_alone_and_only_for_our_own_account(template):
    roles = template.of("AWS::IAM::Role")
    (role,) = [r["Properties"] for key, r in roles.items() if key.startswith("AutomationsStepsRole")]
    (trust,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "scheduler.amazonaws.com"}
    assert set(trust["Condition"]["StringEquals"]) == {"aws:SourceAccount"}


def test_what_makes_schedules_is_told_its_own_name_their_role_and_their_dead_letters(template):
    told = StepScheduleSettings.from_env(environment(template, "run_automations"))
    name = template.functions()["run_automations"]["FunctionName"]
    assert told.target.endswith(f":function:{name}")
    assert told.target.startswith("arn:")
    assert (told.role, told.dead_letters) == ("AutomationsStepsRole", "ListenersDeadLettersQueue")
    assert told.group == ("default" if template.name == "local" else "AutomationsStepsGroup")


def test_every_environment_has_a_name_of_its_own_for_it(templates):
    names = {template.functions()["run_automations"]["FunctionName"] for template in templates.values()}
    assert names == {f"twofold-{env}-run-automations" for env in templates}


def test_only_functions_that_something_has_to_name_first_have_a_name_that_was_made_up(template):
    named = {name: f["FunctionName"] for name, f in template.functions().items() if "FunctionName" in f}
    wanted = ("run_automations", "deliver_webhooks", "export_data", "import_files")
    assert named == {name: f"twofold-{template.name}-{name.replace('_', '-')}" for name in wanted}


def test_the_sweeper_calls_it_by_the_name_that_it_has(template):
    told = RunnerSettings.from_env(environment(template, "sweep_overdue"))
    assert told.function == readable({"Ref": "AutomationsrunautomationsFunction00000000"})


@pytest.mark.parametrize("function", ["run_automations", "reward_referrals"])
def test_functions_that_the_bus_calls_share_dead_letters_and_their_alarm(template, function):
    dead = template.functions()[function]["DeadLetterConfig"]["TargetArn"]
    assert readable(dead) == "ListenersDeadLettersQueue"
    alarms = template.properties("AWS::CloudWatch::Alarm")
    assert sum("ListenersDeadLetters" in json.dumps(alarm["Dimensions"]) for alarm in alarms) == 1


def test_a_step_has_a_minute(template):
    made = template.functions()["run_automations"]
    assert (made["Timeout"], made["MemorySize"]) == (60, 512)
