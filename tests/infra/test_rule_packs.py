"""AWS's own advice, by tools that know more rules than we do; what we do otherwise is argued in `argued.py`."""

import json
import re
from pathlib import Path

import pytest
from cdk_nag import AwsSolutionsChecks, ServerlessChecks
from cfnlint import ManualArgs, lint

from tests.infra.argued import ARGUED
from tests.infra.conftest import ENVIRONMENTS
from tests.infra.synthesis import Template, furnished, ready, synthesise

CDK_WRITES_SO = ["W3005"]
"""The CDK names a role's policy as a dependency, and with it the role, which is one already."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory) -> set[tuple[str, str]]:
    """Rule and construct path. Synthesis fails because of those that are argued, but leaves its report."""
    folder = tmp_path_factory.mktemp("packs")
    found: set[tuple[str, str]] = set()
    for environment in (*map(ready, ENVIRONMENTS), furnished()):
        with pytest.raises(RuntimeError, match=r"validation-report\.json"):
            synthesise(environment, folder, plugins=(AwsSolutionsChecks, ServerlessChecks))
        found |= _read(folder / environment.name / "validation-report.json")
    return found


def _read(report: Path) -> set[tuple[str, str]]:
    packs = json.loads(report.read_text())["pluginReports"]
    assert {pack["pluginName"] for pack in packs} >= {"AwsSolutions", "Serverless"}
    return {
        (violation["ruleName"], construct["constructPath"])
        for pack in packs
        for violation in pack["violations"]
        for construct in violation["violatingConstructs"]
    }


def _is_argued(rule: str, path: str) -> bool:
    return rule in ARGUED and re.search(ARGUED[rule][0], path) is not None


def test_the_rule_packs_find_nothing_that_is_not_argued(findings):
    assert sorted(f for f in findings if not _is_argued(*f)) == []


def test_no_argument_has_outlived_its_finding(findings):
    assert ARGUED.keys() - {rule for rule, path in findings if _is_argued(rule, path)} == set()


def _linted(template: Template) -> list[str]:
    config = ManualArgs(regions=["eu-central-1"], ignore_checks=CDK_WRITES_SO)
    return [str(match) for match in lint(template.file.read_text(), config=config)]


def test_cfn_lint_finds_nothing(template):
    assert _linted(template) == []


def test_cfn_lint_finds_nothing_where_every_provider_is_used(whole):
    assert _linted(whole) == []
