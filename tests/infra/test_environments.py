"""An environment file that cannot work is refused with a sentence that says what to change."""

import os
import re
import subprocess
import sys
from dataclasses import asdict, fields, replace

import pytest

from infra.artefacts import ROOT
from infra.constructs.secrets import SHARED
from infra.environments import FOLDER, Environment, load
from infra.environments.check import EnvironmentIncomplete, check
from infra.environments.crm import Crm
from infra.environments.events import Destination
from infra.environments.shops import Shops
from tests.infra.synthesis import CERTIFICATE, ready, synthesise
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.commerce import SHOPS
from twofold.contracts.settings import (
    AutomationSettings,
    LimitSettings,
    RetentionSettings,
    SecretSettings,
    SendingSettings,
)
from twofold.contracts.shops import SHOP_SYSTEMS


@pytest.mark.parametrize("name", ["dev", "prod"])
def test_an_environment_without_a_domain_says_which_file_and_field_to_fill_in(name):
    with pytest.raises(
        EnvironmentIncomplete, match=rf"^Fill in `domain` in infra/environments/{name}\.toml: "
    ):
        check(load(name))


@pytest.mark.parametrize("arn", [None, CERTIFICATE.replace("us-east-1", "eu-central-1")])
def test_a_certificate_must_be_where_cloudfront_reads_it(arn):
    with pytest.raises(EnvironmentIncomplete, match=r"`certificate_arn`.*us-east-1"):
        check(replace(ready("prod"), certificate_arn=arn))


@pytest.mark.parametrize(
    "network", ["127.0.0.1/32", "127.0.0.0/8", "0.0.0.0/0", "::1/128", "::/0", "126.0.0.0/7"]
)
def test_trust_in_loopback_is_refused_on_aws(network):
    trusting = replace(ready("dev"), limits=LimitSettings(trusted_networks=("192.0.2.0/24", network)))
    with pytest.raises(EnvironmentIncomplete, match=f"`trusted_networks`.*{network}"):
        check(trusting)


def test_an_operators_own_network_may_be_trusted_on_aws():
    check(replace(ready("prod"), limits=LimitSettings(trusted_networks=("192.0.2.0/24", "2001:db8::/48"))))


def test_a_hosted_zone_needs_its_name():
    with pytest.raises(EnvironmentIncomplete, match="`hosted_zone_id`"):
        check(replace(ready("dev"), hosted_zone_id="Z0123"))


def test_an_unknown_environment_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match=r"no environment `stage`.*dev, local, prod"):
        load("stage")


def test_a_field_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match=r"prod\.toml: there is no field `domian`"):
        Environment.parse("prod", 'region = "eu-central-1"\ndomian = "go.example.com"')


@pytest.mark.parametrize(
    "section", ["sms", "aws", "twilio", "webhook", "shops", "prices", "sending", "automations", "limits"]
)
def test_a_field_that_does_not_exist_in_a_section_is_named(section):
    with pytest.raises(ValueError, match=rf"^infra/environments/prod\.toml, \[{section}\]: .*`number_week`"):
        Environment.parse("prod", f'region = "x"\n[{section}]\nnumber_week = 1')


def test_topics_are_the_stacks_to_name():
    with pytest.raises(ValueError, match=r"\[aws\]: there is no field `topics`"):
        Environment.parse(
            "prod", 'region = "x"\n[aws]\ntopics = ["arn:aws:sns:eu-central-1:111111111111:other"]'
        )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[sending]\ncap_day = "two"', r"\$\.sending\.cap_day"),
        ('[sms]\nfallback = "twilio"', r"\$\.sms\.fallback"),
        ('[automations]\nhears = "code.issued.v1"', r"\$\.automations\.hears"),
        ("[prices]\ndefault = 1", r"\$\.prices\.default"),
        ('sns_receipts = "yes"', r"\$\.sns_receipts"),
        ("twilio = true", r"\$\.twilio"),
        ("domain = ", "Invalid value"),
    ],
)
def test_a_field_that_holds_what_it_cannot_is_named(text, named):
    with pytest.raises(ValueError, match=rf"^infra/environments/prod\.toml: .*{named}"):
        Environment.parse("prod", f'region = "x"\n{text}')


def test_what_is_told_by_country_is_written_as_a_table_and_travels_as_rows():
    told = '[sms.by_country]\nUS = "twilio"\n[prices.countries]\nPL = "0.043"\nUS = 0.010\n'
    read = Environment.parse("prod", f'region = "x"\n{told}')
    assert read.sms.by_country == ("US=twilio",)
    assert read.prices.countries == ("PL=0.043", "US=0.010")


@pytest.mark.parametrize("name", ["dev", "prod"])
def test_every_example_in_a_file_may_be_taken_as_it_stands(name):
    text = (FOLDER / f"{name}.toml").read_text()
    taken = Environment.parse(name, re.sub(r"^# (?=\[|\]|  \"|\w+ = )", "", text, flags=re.MULTILINE))
    check(replace(taken, domain="go.example.com", certificate_arn=CERTIFICATE))
    assert taken.providers == {"sns", "twilio"}
    assert len(taken.prices.countries) >= 12
    assert "\n# hears = [" in text
    assert taken.automations == AutomationSettings()


def test_examples_of_what_is_left_out_show_its_default():
    shown = re.findall(r"^# (\w+) = (\d+)\b", (FOLDER / "prod.toml").read_text(), re.MULTILINE)
    defaults = (
        asdict(SendingSettings())
        | asdict(RetentionSettings())
        | {"per_second": Destination(name="crm", url="", secret="").per_second}
    )
    of_its_own = {"archive_days"}
    assert len(shown) == 15
    assert {name: value for name, value in shown if name not in of_its_own} == {
        name: str(defaults[name]) for name, _ in shown if name not in of_its_own
    }


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("", set()),
        ("[webhook]", {"webhook"}),
        ('[twilio]\nsender = "MG1"', set()),
        ('[sms]\nfallback = ["twilio"]', {"twilio"}),
        ('[sms]\nprovider = "webhook"', {"webhook"}),
    ],
)
def test_a_secret_is_made_for_whom_it_is_shared_with_and_for_nobody_else(text, shared):
    read = Environment.parse("dev", f'region = "x"\n{text}')
    assert read.shares_secrets_with == shared


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ()),
        ("[shops]\nshopify = true", ("shopify",)),
        ("[shops]\nshopify = false\nwoocommerce = true", ("woocommerce",)),
        ("[shops]\nwoocommerce = true\nshopify = true", ("shopify", "woocommerce")),
    ],
)
def test_a_shop_system_gets_a_secret_where_it_is_asked_for(text, asked):
    assert Environment.parse("dev", f'region = "x"\n{text}').shops.names == asked


def test_every_crm_that_signs_has_its_switch_its_secret_and_its_address():
    asked = Environment.parse("dev", 'region = "x"\n[crm]\nhubspot = true').crm.names
    assert asked == tuple(switch.name for switch in fields(Crm)) == ("hubspot",)
    assert {secret.name for secret in fields(SecretSettings)} >= set(asked)
    assert SHARED.keys() >= set(asked)
    assert {f"/callbacks/{name}" for name in asked} <= {route.path for route in ROUTES if route.signed_by}


def test_every_shop_system_has_its_switch_its_secret_and_its_address():
    assert tuple(switch.name for switch in fields(Shops)) == SHOP_SYSTEMS
    assert {secret.name for secret in fields(SecretSettings)} >= set(SHOP_SYSTEMS)
    assert SHARED.keys() >= set(SHOP_SYSTEMS)
    assert {system: f"/callbacks/{system}" for system in SHOP_SYSTEMS} == {
        system: route.path for system, route in SHOPS.items()
    }


def test_secrets_of_shop_systems_and_crms_are_made_and_told_where_they_are_asked_for_and_nowhere_else(
    templates,
):
    made = {
        name: {secret["Name"].split("/")[2] for secret in template.properties("AWS::SecretsManager::Secret")}
        for name, template in templates.items()
    }
    assert made["local"] - made["prod"] == {"hubspot", "shopify", "webhook", "woocommerce"}
    assert made["prod"] == made["dev"] == {"edge", "root"}


def test_fewer_uploads_at_a_time_than_none_are_refused():
    with pytest.raises(EnvironmentIncomplete, match=r"`imports_at_once`.*not -1"):
        check(replace(ready("prod"), imports_at_once=-1))


@pytest.mark.parametrize(
    ("hears", "said"),
    [
        ((), r"one event at least"),
        (("code.issued.v1", "code.isued.v1"), r"no `code\.isued\.v1` \(perhaps `code\.issued\.v1`\)\.$"),
        (("code.issued",), r"no `code\.issued` \(perhaps `code\.issued\.v1`\)"),
        (("weather",), r"no `weather`\.$"),
    ],
)
def test_automations_hear_events_that_there_are(hears, said):
    deaf = replace(ready("prod"), automations=AutomationSettings(hears=hears))
    with pytest.raises(EnvironmentIncomplete, match=rf"`\[automations\] hears` in .*/prod\.toml: .*{said}"):
        check(deaf)


def test_limits_of_the_file_reach_the_functions(tmp_path):
    environment = replace(ready("prod"), limits=LimitSettings(number_day=4))
    variables = synthesise(environment, tmp_path).functions()["register_leads"]["Environment"]["Variables"]
    assert variables[LimitSettings.variable("number_day")] == "4"


def test_a_zone_gets_the_domains_records(tmp_path):
    zoned = replace(ready("dev"), hosted_zone_id="Z0123", hosted_zone_name="example.com")
    records = synthesise(zoned, tmp_path).properties("AWS::Route53::RecordSet")
    assert {(r["Name"], r["Type"]) for r in records} == {
        ("dev.example.com.", "A"),
        ("dev.example.com.", "AAAA"),
    }


def test_a_refusal_reaches_the_person_at_the_command_line_as_one_sentence():
    told = subprocess.run(
        [sys.executable, "-m", "infra.app"],
        cwd=ROOT,
        env={**os.environ, "CDK_CONTEXT_JSON": '{"env": "prod"}', "PYTHONPATH": "layers/twofold/python"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].startswith("Fill in `domain` in infra/environments/prod.toml: ")
    assert "Traceback" not in told.stderr
