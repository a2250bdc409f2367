"""The switch that no function is in need of yet: it works when somebody turns it."""

from typing import Any

import pytest
from aws_cdk import App, Duration, Environment, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_sqs import Queue

from infra.constructs.alarms import Alarms
from infra.constructs.bus import Bus
from infra.constructs.foundation import Foundation
from infra.constructs.layers import Layers
from infra.constructs.product_function import ProductFunction
from infra.constructs.secrets import Secrets
from infra.constructs.tables import Tables
from infra.constructs.topics import Topics
from tests.infra.synthesis import HollowArtefacts, ready


@pytest.fixture
def snapped(tmp_path) -> Any:
    (tmp_path / "handler.py").touch()
    place = Environment(region="eu-central-1")
    stack, artefacts = Stack(App(), "Stack", env=place), HollowArtefacts(tmp_path)
    topics = Topics(stack, "Topics", plain=False)
    on = Foundation(
        environment=ready("dev"),
        artefacts=artefacts,
        topics=topics,
        alarms=Alarms(stack, "Alarms", topics=topics, email=None),
        layers=Layers(stack, "Layers", artefacts=artefacts),
        tables=Tables(stack, "Tables", keep=False, guard=False),
        secrets=Secrets(stack, "Secrets", env="dev", keep=False),
        bus=Bus(stack, "Bus"),
        given_up=Queue(stack, "GivenUp"),
    )
    function = ProductFunction(stack, "serve_pages", on=on, timeout=Duration.seconds(1), snap_start=True)
    return stack, function


def test_a_snapped_function_is_entered_through_its_latest_snapshot(snapped):
    stack, function = snapped
    template = Template.from_stack(stack)
    (made,) = template.find_resources("AWS::Lambda::Function").values()
    (version,) = template.find_resources("AWS::Lambda::Version")
    (alias,) = template.find_resources("AWS::Lambda::Alias").items()
    assert made["Properties"]["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert alias[1]["Properties"]["FunctionVersion"] == {"Fn::GetAtt": [version, "Version"]}
    assert stack.resolve(function.entry.function_arn) == {"Ref": alias[0]}
