"""An export is handed to the function that writes it, and whoever hands it over does not wait."""

import pytest
from botocore.stub import Stubber

from tests.fakes.aws import FakeAws
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import ExporterSettings


@pytest.fixture
def writer(aws: FakeAws) -> LambdaExportWriter:
    return LambdaExportWriter(ExporterSettings(function="exports"))


def test_an_export_is_handed_over(writer: LambdaExportWriter):
    asked = {"FunctionName": "exports", "InvocationType": "Event", "Payload": b'{"export":"exp_1"}'}
    with Stubber(writer._client) as function:
        function.add_response("invoke", {"StatusCode": 202}, asked)
        writer.start("exp_1")
        function.assert_no_pending_responses()


@pytest.mark.parametrize("code", ["TooManyRequestsException", "ServiceException", "AccessDeniedException"])
def test_a_function_that_does_not_take_it_is_unavailable(writer: LambdaExportWriter, code: str):
    with Stubber(writer._client) as function:
        function.add_client_error("invoke", code)
        with pytest.raises(Unavailable):
            writer.start("exp_1")
