"""An operator's command acts on the deployment that was named, or says in one sentence why not."""

import json
from dataclasses import replace

import boto3
import pytest
from botocore.exceptions import ClientError, NoCredentialsError

from infra.commands.screen import CannotGoOn
from infra.environments import load
from infra.operate import deployment
from infra.operate.campaign_file import read
from infra.operate.campaign_file.messages import check
from infra.operate.deployment import find, in_plain_words, signed_in
from infra.operate.seed import SAMPLE
from infra.outputs import STACK, read_outputs
from twofold.campaigns.words.speak import ours, words
from twofold.contracts.payloads.assets import WidgetRules

ACCOUNT = "111122223333"
OUTPUTS = [
    {"OutputKey": "BusName", "OutputValue": "bus"},
    {"OutputKey": "TableNames", "OutputValue": '{"codes": "codes-1"}'},
]


class Aws:
    """STS and CloudFormation of one account, and the regions they were asked in."""

    def __init__(self, stacks=(STACK,)) -> None:
        self.stacks = stacks
        self.regions: set[str] = set()

    def client(self, service, region_name):
        self.regions.add(region_name)
        return self

    def get_caller_identity(self):
        return {"Account": ACCOUNT}

    def describe_stacks(self, *, StackName):  # noqa: N803 - as boto3 has it
        if StackName not in self.stacks:
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "no"}}, "DescribeStacks")
        return {"Stacks": [{"Outputs": OUTPUTS}]}


@pytest.fixture
def aws(monkeypatch):
    aws = Aws()
    monkeypatch.setattr(boto3, "client", aws.client)
    return aws


def test_a_name_that_is_none_is_answered_with_those_there_are(aws):
    with pytest.raises(CannotGoOn, match=r"no environment `production`.*dev, local, prod"):
        find("production")
    assert not aws.regions


def test_the_region_is_the_environments_own_whatever_the_shell_says(aws, monkeypatch):
    monkeypatch.setenv("AWS_REGION", "us-west-2")
    elsewhere = replace(load("prod"), region="eu-north-1")
    monkeypatch.setattr(deployment, "load", lambda name: elsewhere)
    assert find("prod").client == {"region_name": "eu-north-1"}
    assert aws.regions == {"eu-north-1"}


def test_another_account_than_the_environments_is_refused(aws):
    assert signed_in(replace(load("prod"), account=ACCOUNT)) == ACCOUNT
    with pytest.raises(CannotGoOn, match=f"`prod` is account 999999999999.*{ACCOUNT}"):
        signed_in(replace(load("prod"), account="999999999999"))


def test_who_is_not_signed_in_is_told_how(aws, monkeypatch):
    def nobody():
        raise NoCredentialsError

    monkeypatch.setattr(aws, "get_caller_identity", nobody)
    with pytest.raises(CannotGoOn, match="AWS does not know you"):
        find("dev")


def test_a_stack_that_is_not_there_is_told_with_account_and_region(aws):
    aws.stacks = ()
    with pytest.raises(CannotGoOn, match=f"no stack {STACK}.*{ACCOUNT}, eu-central-1"):
        find("dev")


def test_on_this_machine_nothing_is_found_before_it_runs(monkeypatch, tmp_path):
    monkeypatch.setenv("TWOFOLD_LOCAL", str(tmp_path))
    with pytest.raises(CannotGoOn, match="make up"):
        find("local")


def test_outputs_that_hold_several_things_are_read_as_such(aws):
    assert read_outputs(aws) == {"BusName": "bus", "TableNames": {"codes": "codes-1"}}


def test_a_refusal_of_aws_is_a_sentence_and_a_bug_of_ours_is_not():
    with pytest.raises(CannotGoOn, match=r"`prod` did not do it: .*AccessDenied"), in_plain_words("prod"):
        raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "PutItem")
    with pytest.raises(ZeroDivisionError), in_plain_words("prod"):
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is an object"),
        ("{}", "campaign"),
        ('{"campaign": {}}', "assets"),
        ('{"campaign": {}, "assets": []}', "campaign_id"),
        ('{"campaign": {"target_ulr": "x"}, "assets": []}', "did you mean target_url"),
        ('{"campaign": {"offer": {"titel": "x"}}, "assets": []}', r"campaign\.offer\.titel"),
        ('{"campaign": {}, "assets": [{"keyword": "HELP"}]}', r"assets\[0\]\.keyword: HELP means"),
        ('{"campaign": {}, "assets": [{"keyword": "summer"}]}', "capital letters"),
        ('{"campaign": {}, "assets": ["poster"]}', r'assets\[0\]: this is an object in { }, not "poster"\.'),
        (
            '{"campaign": {}, "assets": [{"asset_id": "a"}, {"asset_id": "a"}]}',
            r"assets\[1\]\.asset_id: another",
        ),
        ('{"campaign": {"rules": {"popup_afer_s": 1}}, "assets": []}', "did you mean popup_after_s"),
        ('{"campaign": {"variants": [{"shere": 1}]}, "assets": []}', r"variants\[0\]\.shere: .* mean share"),
        (
            '{"campaign": {"variants": [{"rules": {"pags": []}}]}, "assets": []}',
            r"\[0\]\.rules\.pags: .* pages",
        ),
        ('{"campaign": {"referral": {"offer": {"titel": 1}}}, "assets": []}', r"referral\.offer\.titel"),
        ('{"campaign": {"magnet": {"ulr": "x"}}, "assets": []}', r"magnet\.ulr: .* mean url"),
    ],
)
def test_a_file_that_is_no_campaign_is_refused_and_says_where(tmp_path, text, said):
    file = tmp_path / "mine.json"
    file.write_text(text)
    with pytest.raises(CannotGoOn, match=said):
        read(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotGoOn, match=r"mine\.json cannot be read"):
        read(tmp_path / "mine.json")


def test_the_sample_is_a_campaign():
    campaign, assets = read(SAMPLE)
    assert {asset.campaign_id for asset in assets} == {campaign.campaign_id}


def written(tmp_path, **changes):
    """The sample's file with other fields of its campaign; None takes one away."""
    content = json.loads(SAMPLE.read_text("utf-8"))
    given = {**content["campaign"], **changes}
    content["campaign"] = {name: value for name, value in given.items() if value is not None}
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(content))
    return file


def test_a_campaign_needs_no_texts_and_speaks_its_own_language_all_the_same(tmp_path):
    campaign, _ = read(written(tmp_path, texts=None, variants=None))
    assert campaign.texts == {"en": {}}
    assert words(campaign, "en")["join_button"] == ours("en")["join_button"]


def test_a_variant_s_rules_are_the_campaign_s_where_it_does_not_say_otherwise(tmp_path):
    rules = {"popup_after_s": 30, "popup_on_exit": False}
    variants = [{"name": "a"}, {"name": "b", "rules": {"popup_after_s": 5}}]
    campaign, _ = read(written(tmp_path, rules=rules, variants=variants))
    plain, eager = campaign.variants
    assert plain.rules is None
    assert eager.rules == WidgetRules(popup_after_s=5, popup_on_exit=False)


def test_a_value_of_another_kind_is_named_with_its_place(tmp_path):
    with pytest.raises(CannotGoOn, match=r'campaign\.rules\.teaser: this is true or false, not "yes"\.'):
        read(written(tmp_path, rules={"teaser": "yes"}))


def test_all_that_is_wrong_with_a_campaign_is_said_at_once(tmp_path):
    file = written(
        tmp_path,
        texts={"en": {"inrto": "x"}, "it": {}},
        variants=None,
        apply_url="discount",
        theme={"accent": "red"},
    )
    with pytest.raises(CannotGoOn) as refusal:
        read(file)
    first, *others = refusal.value.sentence.splitlines()
    assert first == f"{file} is no campaign like this."
    assert [line.split(":")[0].strip() for line in others] == [
        "campaign.texts.en.inrto",
        "campaign.consents[0].text",
        "campaign.theme.accent",
        "campaign.apply_url",
    ]


def changed(tmp_path, locale, **templates):
    """The sample's file with other templates in one language."""
    content = json.loads(SAMPLE.read_text("utf-8"))
    content["campaign"]["templates"][locale].update(templates)
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(content))
    return file, read(file)[0]


def test_the_sample_s_messages_leave_nothing_to_be_said():
    assert check(SAMPLE, read(SAMPLE)[0], "https://go.saffrongarden.example") == ()


def test_a_campaign_with_a_message_that_must_not_be_sent_is_refused_with_all_that_was_found(tmp_path):
    file, campaign = changed(tmp_path, "pl", reminder="{cod} bit.ly/x", code="{code}" + "x" * 160)
    with pytest.raises(CannotGoOn) as refusal:
        check(file, campaign)
    lines = refusal.value.sentence.splitlines()
    assert lines[0] == f"{file}: its messages cannot be sent like this."
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        *["templates.pl.reminder (error)"] * 3,
        "templates.pl.code (advice)",
    ]
    assert "Did you mean {code}?" in lines[1]


def test_advice_is_told_and_stops_nobody(tmp_path):
    file, campaign = changed(tmp_path, "pl", code="{code}" + "x" * 160)
    (advice,) = check(file, campaign)
    assert (advice.field, advice.severity) == ("templates.pl.code", "advice")


def test_an_address_longer_than_usual_is_reckoned_with_and_a_short_one_is_not_relied_on(tmp_path):
    file, campaign = changed(tmp_path, "pl", verification="{code}" + "x" * 128)
    assert check(file, campaign, "http://127.0.0.1:8080") == ()
    with pytest.raises(CannotGoOn, match=r"one part, its last line @go\.saffrongarden\.example"):
        check(file, campaign, "https://go.saffrongarden.example")
