"""Rewards for friends cost nothing where nobody was brought: who hears of it, and what becomes of it when it fails."""

import json
from typing import Any

from tests.infra.synthesis import Template, readable
from twofold.contracts import events
from twofold.contracts.events import CodeRedeemed, LeadConfirmed
from twofold.leads.referral_link import ReferralLinks
from twofold.ledger.record import Origin


def rule(template: Template) -> dict[str, Any]:
    (ours,) = [
        r for key, r in template.of("AWS::Events::Rule").items() if key.startswith("ListenersReferrals")
    ]
    return dict(ours["Properties"])


def test_only_what_came_of_a_lead_s_link_is_heard(template):
    assert rule(template)["EventPattern"] == {
        "source": ["twofold"],
        "detail-type": [LeadConfirmed.type, CodeRedeemed.type],
        "detail": {"origin": ["live"], "data": {"referral": [{"prefix": events.REFERRAL_MARK}]}},
    }


def test_every_link_of_a_lead_begins_as_the_rule_has_it():
    link = ReferralLinks(b"k" * 32)("lead", Origin(campaign_id="c", asset_id="a"))
    assert link
    assert link.slug.startswith(events.REFERRAL_MARK)


def test_it_goes_to_the_function_itself_and_no_queue_is_asked_all_month(template):
    (target,) = rule(template)["Targets"]
    functions = template.of("AWS::Lambda::Function")
    name = functions[target["Arn"]["Fn::GetAtt"][0]]["Properties"]["Environment"]["Variables"]
    assert name["POWERTOOLS_SERVICE_NAME"] == "reward_referrals"


def test_what_fails_three_times_waits_among_dead_letters_that_ring(template):
    (target,) = rule(template)["Targets"]
    function = template.functions()["reward_referrals"]
    ends = [target["DeadLetterConfig"]["Arn"], function["DeadLetterConfig"]["TargetArn"]]
    assert [readable(end) for end in ends] == ["ListenersDeadLettersQueue"] * 2
    rings = [a for a in template.properties("AWS::CloudWatch::Alarm") if "Visible" in a["MetricName"]]
    assert any("ListenersDeadLetters" in json.dumps(alarm["Dimensions"]) for alarm in rings)
