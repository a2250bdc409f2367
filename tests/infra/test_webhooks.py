"""Webhooks: what reaches the function that tells them, and who calls it back."""

import json

from tests.infra.starting import environment
from tests.infra.synthesis import readable
from tests.infra.test_automations import policy
from twofold.contracts.events import SOURCE, WEBHOOKS, entry
from twofold.contracts.settings import CourierSettings, WakeSettings


def _rule(template):
    (rule,) = [r for key, r in template.of("AWS::Events::Rule").items() if key.startswith("Webhooks")]
    return rule["Properties"]


def test_the_queue_hears_what_the_relay_marks_and_nothing_else(template):
    assert _rule(template)["EventPattern"] == {
        "source": [SOURCE],
        "resources": [WEBHOOKS],
        "detail": {"origin": ["live"]},
    }
    assert "Resources" not in entry("{}", "code.issued.v1", "bus")


def test_ten_events_are_put_down_at_a_time_by_five_and_five_times_each_is_tried(template):
    (queue,) = [key for key in template.of("AWS::SQS::Queue") if key.startswith("Webhookswebhooks")]
    sources = template.properties("AWS::Lambda::EventSourceMapping")
    (source,) = [s for s in sources if s["EventSourceArn"] == {"Fn::GetAtt": [queue, "Arn"]}]
    assert (source["BatchSize"], source["ScalingConfig"]) == (10, {"MaximumConcurrency": 5})
    assert template.of("AWS::SQS::Queue")[queue]["Properties"]["RedrivePolicy"]["maxReceiveCount"] == 5


def test_a_schedule_may_call_a_courier_and_fill_the_dead_letters_and_no_more(template):
    statements = policy(template, "WebhooksTriesRole")
    rights = {s["Action"]: readable(s["Resource"]).rpartition(":")[2] for s in statements}
    assert rights == {
        "lambda:InvokeFunction": f"twofold-{template.name}-deliver-webhooks",
        "sqs:SendMessage": "ListenersDeadLettersQueue",
    }


def test_what_makes_schedules_is_told_its_own_name_their_role_and_their_dead_letters(template):
    variables = environment(template, "deliver_webhooks")
    wake, courier = WakeSettings.from_env(variables), CourierSettings.from_env(variables)
    assert wake.target.endswith(f":function:{courier.function}")
    assert (wake.role, wake.dead_letters) == ("WebhooksTriesRole", "ListenersDeadLettersQueue")
    assert wake.group == ("default" if template.name == "local" else "WebhooksTriesGroup")


def test_its_errors_ring_for_a_queue_may_fail_for_long(template):
    alarms = template.properties("AWS::CloudWatch::Alarm")
    watched = [json.dumps(a["Dimensions"]) for a in alarms if a.get("MetricName") == "Errors"]
    assert sum("deliverwebhooks" in dimension for dimension in watched) == 1


def test_nobody_s_place_is_reserved_so_that_one_that_hangs_holds_up_no_other(template):
    made = template.functions()["deliver_webhooks"]
    assert "ReservedConcurrentExecutions" not in made
    assert (made["Timeout"], made["MemorySize"]) == (60, 512)
