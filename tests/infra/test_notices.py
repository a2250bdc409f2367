"""What operators are told of beside alarms: a sentence by the alarms' topic, and nothing is lost on the way."""

import json
import re

import pytest

from infra.artefacts import ROOT
from tests.infra.synthesis import readable
from twofold.contracts.events import (
    AutomationStepped,
    EventData,
    PoolLow,
    PrivacyRequested,
    WebhookDisabled,
    read,
)

TOLD: dict[str, type[EventData]] = {
    "NoticesPoolLowRule": PoolLow,
    "NoticesPrivacyRequestedRule": PrivacyRequested,
    "NoticesWebhookDisabledRule": WebhookDisabled,
    "NoticesAutomationNoteRule": AutomationStepped,
}
NOTED = {"kind": "notify", "whom": "staff", "note": "Call them: their last order was their fifth"}
"""What a step says that tells our own people; the sample of its event may be of any step."""


def _rules(template):
    return {
        readable({"Ref": key}): rule["Properties"]
        for key, rule in template.of("AWS::Events::Rule").items()
        if key.startswith("Notices")
    }


def _target(template, rule):
    (target,) = _rules(template)[rule]["Targets"]
    return target


def _at(path, event):
    """What stands in an event at a JSON path of plain names."""
    for name in path.removeprefix("$.").split("."):
        event = event[name]
    return event


def test_low_pools_requests_for_privacy_and_what_automations_note_are_told_of_and_nothing_else(template):
    heard = {name: rule["EventPattern"]["detail-type"] for name, rule in _rules(template).items()}
    assert heard == {name: [kind.type] for name, kind in TOLD.items()}
    assert {readable(_target(template, rule)["Arn"]) for rule in TOLD} == {"AlarmsTopic"}


@pytest.mark.parametrize("rule", TOLD)
def test_it_is_told_in_a_sentence_with_all_that_the_event_has_to_say(template, rule):
    told = _target(template, rule)["InputTransformer"]
    sample = json.loads((ROOT / "events" / "bus" / f"{TOLD[rule].type}.json").read_text())
    sample["detail"]["data"] |= NOTED if TOLD[rule] is AutomationStepped else {}
    read(json.dumps(sample["detail"]))
    sentence = json.loads(told["InputTemplate"])
    for name, path in told["InputPathsMap"].items():
        sentence = sentence.replace(f"<{name}>", str(_at(path, sample)))
    assert sample["detail"]["subject"] in sentence
    assert not re.search(r"[<>{}]", sentence)
    assert sentence.endswith(".")


def test_of_an_automation_s_steps_only_a_note_for_staff_is_told(template):
    told = _rules(template)["NoticesAutomationNoteRule"]["EventPattern"]["detail"]
    assert told["data"] == {"kind": ["notify"], "whom": ["staff"], "done": [True]}


def test_what_could_not_be_told_waits_and_rings(template):
    dead = {readable(_target(template, rule)["DeadLetterConfig"]["Arn"]) for rule in TOLD}
    assert dead == {"NoticesDeadLettersQueue"}


def test_the_rules_publish_by_a_role_that_may_do_nothing_else(template):
    (role,) = {readable(_target(template, rule)["RoleArn"]) for rule in TOLD}
    (made,) = [r["Properties"] for key, r in template.of("AWS::IAM::Role").items() if key.startswith(role)]
    (trust,) = made["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "events.amazonaws.com"}
    assert set(trust["Condition"]["StringEquals"]) == {"aws:SourceAccount"}
    policies = template.properties("AWS::IAM::Policy")
    (own,) = [p for p in policies if readable(p["Roles"][0]) == role]
    rights = {readable(s["Resource"]): s for s in own["PolicyDocument"]["Statement"]}
    assert set(rights) == {"AlarmsTopic", "TopicsKey"}
    assert rights["AlarmsTopic"]["Action"] == "sns:Publish"
    assert rights["TopicsKey"]["Action"] == ["kms:Decrypt", "kms:GenerateDataKey"]
    via = {"kms:ViaService": "sns.eu-central-1.amazonaws.com"}
    assert rights["TopicsKey"]["Condition"] == {"StringEquals": via}
