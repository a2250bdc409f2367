"""Nothing that was asked for gets lost: every way from one part to the next has somewhere to fail to, and rings."""

import json
from typing import Any

from tests.infra.synthesis import Template, readable
from twofold.contracts.deadlines import LAST_START, LONGEST_TEXT, SENDING
from twofold.messages.model import MARKETING, REQUESTED, STAFF

QUEUES, OTHERS = "QueuesDeadLettersQueue", "ListenersDeadLettersQueue"
OWN = {"Notices": "NoticesDeadLettersQueue", "Callbacks": "CallbacksDeadLettersQueue"}
"""Rules whose dead letters are their own: what is to be done with those, or who may see them, differs."""


def _dead_letters(template: Template) -> set[str]:
    """Logical ids of the queues that others give up into."""
    return {key for key, queue in template.of("AWS::SQS::Queue").items() if "DeadLetters" in key}


def _working(template: Template) -> set[str]:
    """Logical ids of the queues that somebody empties."""
    return set(template.of("AWS::SQS::Queue")) - _dead_letters(template)


def _queue_ids(value: object, template: Template) -> set[str]:
    text = json.dumps(value)
    return {key for key in template.of("AWS::SQS::Queue") if f'"{key}"' in text}


def _called(keys: set[str]) -> set[str]:
    return {readable({"Ref": key}) for key in keys}


def test_there_are_dead_letters_for_all_queues_for_what_is_called_without_one_and_for_three_of_a_kind(
    template,
):
    assert _called(_dead_letters(template)) == {QUEUES, OTHERS, *OWN.values(), "RelayDeadLettersQueue"}


def test_queues_alone_give_up_into_one_from_which_everything_can_be_redriven(template):
    queues = template.of("AWS::SQS::Queue")
    redriven = {key: q["Properties"].get("RedrivePolicy") for key, q in queues.items()}
    gives_up = {key: _called(_queue_ids(policy, template)) for key, policy in redriven.items()}
    assert gives_up == {key: {QUEUES} if key in _working(template) else set() for key in queues}
    assert len(_working(template)) == 4
    (shared,) = [key for key in queues if key.startswith(QUEUES)]
    elsewhere = {key: resource for key, resource in template.body["Resources"].items() if key not in queues}
    others = {key for key, resource in elsewhere.items() if f'"{shared}"' in json.dumps(resource)}
    kinds = {(elsewhere[key]["Type"], readable({"Ref": key})) for key in others}
    assert kinds == {
        ("AWS::SQS::QueuePolicy", "QueuesDeadLettersQueuePolicy"),
        ("AWS::CloudWatch::Alarm", "QueuesDeadLettersQueueFilled"),
    }


def test_every_queue_is_encrypted_and_speaks_tls_only(template):
    refusing = [p["PolicyDocument"] for p in template.properties("AWS::SQS::QueuePolicy")]
    assert refusing
    for key, queue in template.of("AWS::SQS::Queue").items():
        assert queue["Properties"]["SqsManagedSseEnabled"] is True
        assert any(key in json.dumps(p) and "aws:SecureTransport" in json.dumps(p) for p in refusing)


def test_dead_letters_ring_at_the_first(template):
    rings = {}
    for alarm in template.properties("AWS::CloudWatch::Alarm"):
        if alarm["MetricName"] == "ApproximateNumberOfMessagesVisible":
            rings[readable(alarm["Dimensions"][0]["Value"])] = alarm["Threshold"]
    assert rings == {readable({"Fn::GetAtt": [key, "QueueName"]}): 1 for key in _dead_letters(template)}


def test_queues_that_fall_behind_ring(template):
    aging = [a for a in template.properties("AWS::CloudWatch::Alarm") if "AgeOfOldest" in a["MetricName"]]
    watched = {alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0] for alarm in aging}
    assert watched == _working(template)


def test_a_message_stays_hidden_for_six_timeouts_of_its_consumer(template):
    functions, queues = template.of("AWS::Lambda::Function"), template.of("AWS::SQS::Queue")
    hidden: dict[str, bool] = {}
    for mapping in template.properties("AWS::Lambda::EventSourceMapping"):
        for key in _queue_ids(mapping["EventSourceArn"], template):
            timeout = functions[mapping["FunctionName"]["Ref"]]["Properties"]["Timeout"]
            hidden[key] = queues[key]["Properties"]["VisibilityTimeout"] >= 6 * timeout
    assert hidden == dict.fromkeys(_working(template), True)


def test_a_verification_code_is_tried_again_while_it_is_still_wanted(template):
    (queue,) = [q for key, q in template.of("AWS::SQS::Queue").items() if "verificationQueue" in key]
    assert queue["Properties"]["VisibilityTimeout"] < 60


def _of_texts(template: Template) -> set[str]:
    return {key for key in _working(template) if key.startswith("Messages")}


def test_whatever_a_queue_hands_out_at_once_is_done_in_time_though_a_provider_hangs_at_each(template):
    functions = template.of("AWS::Lambda::Function")
    handed = {}
    for mapping in template.properties("AWS::Lambda::EventSourceMapping"):
        for key in _queue_ids(mapping["EventSourceArn"], template) & _of_texts(template):
            timeout = functions[mapping["FunctionName"]["Ref"]]["Properties"]["Timeout"]
            handed[key] = mapping["BatchSize"] * LONGEST_TEXT < timeout
    assert handed == dict.fromkeys(_of_texts(template), True)
    assert len(handed) == 3


def test_who_sends_is_given_the_time_that_it_reckons_with(template):
    assert template.functions()["send_messages"]["Timeout"] == SENDING
    assert 0 < LAST_START == SENDING - LONGEST_TEXT


def test_one_bad_message_does_not_hold_up_the_others(template):
    mappings = template.properties("AWS::Lambda::EventSourceMapping")
    assert len(mappings) == 5
    assert all(m["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for m in mappings)


def test_what_a_rule_cannot_deliver_it_puts_into_dead_letters_which_no_queue_redrives(template):
    rules = template.of("AWS::Events::Rule")
    assert len(rules) == 14
    for key, rule in rules.items():
        (target,) = rule["Properties"]["Targets"]
        wanted = next((dead for concern, dead in OWN.items() if key.startswith(concern)), OTHERS)
        assert _called(_queue_ids(target["DeadLetterConfig"], template)) == {wanted}
        assert target["RetryPolicy"]["MaximumEventAgeInSeconds"] > 0


def test_rules_may_write_into_their_queues(template):
    allowed = json.dumps(template.properties("AWS::SQS::QueuePolicy"))
    rules = template.of("AWS::Events::Rule")
    assert rules
    assert [key for key in rules if f'"{key}"' not in allowed] == []


def _heard(template: Template) -> dict[str, Any]:
    """The patterns of rules on our own bus, by the queue's name and the rule's."""
    rules = template.of("AWS::Events::Rule")
    ours = {key: r["Properties"] for key, r in rules.items() if "EventBusName" in r["Properties"]}
    return {
        readable({"Ref": key}).removeprefix("Messages"): rule["EventPattern"] for key, rule in ours.items()
    }


def test_rules_pass_on_live_events_only(template):
    heard = _heard(template)
    assert len(heard) == 12
    assert all(pattern["detail"]["origin"] == ["live"] for pattern in heard.values())


def test_verification_codes_have_a_queue_of_their_own(template):
    heard = {name: pattern.get("detail-type", []) for name, pattern in _heard(template).items()}
    (queue,) = [name for name, kinds in heard.items() if "signup.requested.v1" in kinds]
    assert (queue, heard[queue]) == ("verificationRule", ["signup.requested.v1"])


def test_marketing_waits_in_a_queue_of_its_own_and_whatever_else_is_planned_does_not(template):
    planned = {
        name: set(pattern["detail"]["data"]["message_class"])
        for name, pattern in _heard(template).items()
        if pattern.get("detail-type") == ["message.planned.v1"]
    }
    assert planned == {"messagesPlannedRule": {REQUESTED, STAFF}, "marketingRule": {MARKETING}}


def test_the_relay_keeps_order_and_gives_up_after_the_streams_day(on_aws):
    (stream,) = [m for m in on_aws.properties("AWS::Lambda::EventSourceMapping") if "StartingPosition" in m]
    assert (stream["ParallelizationFactor"], stream["BisectBatchOnFunctionError"]) == (1, True)
    assert stream["StartingPosition"] == "TRIM_HORIZON"
    assert stream["MaximumRecordAgeInSeconds"] == 24 * 3600
    assert "MaximumRetryAttempts" not in stream
    (own,) = [key for key in _dead_letters(on_aws) if key.startswith("Relay")]
    assert _queue_ids(stream["DestinationConfig"]["OnFailure"], on_aws) == {own}


def test_on_one_machine_a_stuck_record_lets_go_soon(local):
    (stream,) = [m for m in local.properties("AWS::Lambda::EventSourceMapping") if "StartingPosition" in m]
    assert stream["MaximumRecordAgeInSeconds"] == 60


def test_a_relay_that_falls_behind_rings(template):
    assert any(a["MetricName"] == "IteratorAge" for a in template.properties("AWS::CloudWatch::Alarm"))
