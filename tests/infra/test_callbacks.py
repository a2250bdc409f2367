"""What AWS's own services bring of texts, answers and receipts, reaches the function or is kept, and rings."""

import json
from typing import Any

from tests.infra.synthesis import Template, readable

FUNCTION, DEAD = "CallbacksreceivecallbacksFunction", "CallbacksDeadLettersQueue"


def _rule(template: Template) -> dict[str, Any]:
    rules = template.of("AWS::Events::Rule")
    (rule,) = [r["Properties"] for key, r in rules.items() if key.startswith("Callbacks")]
    return rule  # type: ignore[no-any-return]


def _may_fill(template: Template) -> set[str]:
    """Services that the dead letters let in."""
    policies = template.properties("AWS::SQS::QueuePolicy")
    (own,) = [p for p in policies if readable(p["Queues"][0]) == DEAD]
    allowed = [s for s in own["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    assert all(set(s["Condition"]) == {"ArnEquals"} for s in allowed)
    return {s["Principal"]["Service"] for s in allowed}


def test_receipts_of_end_user_messaging_are_heard_on_the_accounts_default_bus(template):
    rule = _rule(template)
    assert "EventBusName" not in rule
    assert rule["EventPattern"] == {
        "source": ["aws.sms-voice"],
        "detail-type": ["Text Message Delivery Status Updated"],
    }
    assert [readable(target["Arn"]) for target in rule["Targets"]] == [FUNCTION]


def test_answers_are_heard_on_the_topic(template):
    (subscription,) = template.properties("AWS::SNS::Subscription")
    assert (readable(subscription["TopicArn"]), readable(subscription["Endpoint"])) == (
        "CallbacksInbound",
        FUNCTION,
    )


def test_what_cannot_be_brought_is_kept(template):
    (target,) = _rule(template)["Targets"]
    (subscription,) = template.properties("AWS::SNS::Subscription")
    assert readable(target["DeadLetterConfig"]["Arn"]) == DEAD
    assert readable(subscription["RedrivePolicy"]["deadLetterTargetArn"]) == DEAD
    assert _may_fill(template) == {"events.amazonaws.com", "sns.amazonaws.com"}


def test_whoever_is_called_asynchronously_keeps_what_it_could_not_do(template):
    called = json.dumps(
        [rule["Targets"] for rule in template.properties("AWS::Events::Rule")]
        + [subscription["Endpoint"] for subscription in template.properties("AWS::SNS::Subscription")]
        + [bucket.get("NotificationConfiguration") for bucket in template.properties("AWS::S3::Bucket")]
    )
    functions = {key: f["Properties"] for key, f in template.of("AWS::Lambda::Function").items()}
    kept = {
        readable({"Ref": key}): readable(f["DeadLetterConfig"]["TargetArn"])
        for key, f in functions.items()
        if f'"{key}"' in called
    }
    assert kept == {
        "SweepersweepoverdueFunction": "ListenersDeadLettersQueue",
        "AutomationsrunautomationsFunction": "ListenersDeadLettersQueue",
        "ReferralsrewardreferralsFunction": "ListenersDeadLettersQueue",
        "ImportsimportfilesFunction": "ListenersDeadLettersQueue",
        "ForgettingforgetleadsFunction": "ListenersDeadLettersQueue",
        FUNCTION: DEAD,
    }


def test_the_address_of_the_topic_is_told(template):
    assert readable(template.body["Outputs"]["InboundTopicArn"]["Value"]) == "CallbacksInbound"


def test_a_topic_has_one_publisher_for_this_account_alone_and_is_encrypted_with_its_leave(template):
    publishers = {}
    for policy in template.properties("AWS::SNS::TopicPolicy"):
        (allow,) = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
        assert set(allow["Condition"]["StringEquals"]) == {"aws:SourceAccount"}
        publishers[readable(policy["Topics"][0])] = allow["Principal"]["Service"]
    assert publishers == {
        "AlarmsTopic": "cloudwatch.amazonaws.com",
        "CallbacksInbound": "sms-voice.amazonaws.com",
    }
    keys = {readable(topic["KmsMasterKeyId"]) for topic in template.properties("AWS::SNS::Topic")}
    (leave,) = [
        key for name, key in template.of("AWS::KMS::Key").items() if {readable({"Ref": name})} == keys
    ]
    assert all(service in json.dumps(leave) for service in publishers.values())


def test_topics_on_aws_hear_nothing_without_tls(on_aws):
    for policy in on_aws.properties("AWS::SNS::TopicPolicy"):
        (deny,) = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"]
        assert deny["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
        assert (deny["Principal"], deny["Action"]) == ("*", "sns:Publish")


def test_one_more_provider_asks_for_no_more_keys_queues_or_alarms(whole, templates):
    kinds = ("AWS::KMS::Key", "AWS::SQS::Queue", "AWS::CloudWatch::Alarm", "AWS::Lambda::Function")
    count = lambda template: {kind: len(template.of(kind)) for kind in kinds}  # noqa: E731 - counted twice
    assert count(whole) == count(templates["dev"])


def test_receipts_of_sns_are_read_where_it_writes_them_and_soon_forgotten(whole):
    groups = {key: r["Properties"] for key, r in whole.of("AWS::Logs::LogGroup").items()}
    named = {readable(g["LogGroupName"]): key for key, g in groups.items() if "LogGroupName" in g}
    root = "sns/eu-central-1/AWS::AccountId/DirectPublishToPhoneNumber"
    assert set(named) == {root, f"{root}/Failure"}
    assert {groups[key]["RetentionInDays"] for key in named.values()} == {3}
    filters = whole.properties("AWS::Logs::SubscriptionFilter")
    assert {f["LogGroupName"]["Ref"] for f in filters} == set(named.values())
    assert {readable(f["DestinationArn"]) for f in filters} == {FUNCTION}
    allowed = json.dumps(whole.properties("AWS::Lambda::Permission"))
    assert all(key in allowed for key in named.values())


def test_sns_may_write_its_receipts_and_nothing_else(whole):
    role = whole.body["Outputs"]["SnsReceiptsRoleArn"]["Value"]["Fn::GetAtt"][0]
    (trust,) = whole.of("AWS::IAM::Role")[role]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "sns.amazonaws.com"}
    (policy,) = [p for p in whole.properties("AWS::IAM::Policy") if {"Ref": role} in p["Roles"]]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert {action.partition(":")[0] for action in statement["Action"]} == {"logs"}
    assert all(readable(resource).startswith("CallbacksSnsReceipts") for resource in statement["Resource"])


def test_logs_of_sns_are_left_alone_where_nobody_asked_for_them(template):
    assert not template.of("AWS::Logs::SubscriptionFilter")
    assert not any("LogGroupName" in group for group in template.properties("AWS::Logs::LogGroup"))
