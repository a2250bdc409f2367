"""An environment file that cannot work is refused with a sentence that says what to change."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from infra.artefacts import ROOT
from infra.environments import Environment, load
from infra.environments.check import EnvironmentIncomplete, check
from tests.infra.synthesis import CERTIFICATE, ready, synthesise
from twofold.contracts.settings import LimitSettings


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


def test_a_limit_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match=r"prod\.toml, \[limits\]: .*number_week"):
        Environment.parse("prod", 'region = "x"\n[sms]\nmax_price = "1"\n[limits]\nnumber_week = 1')


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
