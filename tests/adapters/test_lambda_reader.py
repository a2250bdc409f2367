"""An import is handed to the function that reads files, and whoever hands it over does not wait."""

import pytest
from botocore.stub import Stubber

from tests.fakes.aws import FakeAws
from twofold.adapters.lambda_reader import LambdaImportReader
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import ImporterSettings


@pytest.fixture
def reader(aws: FakeAws) -> LambdaImportReader:
    return LambdaImportReader(ImporterSettings(function="imports"))


def test_an_import_is_handed_over(reader: LambdaImportReader):
    asked = {"FunctionName": "imports", "InvocationType": "Event", "Payload": b'{"import":"imp_1"}'}
    with Stubber(reader._client) as function:
        function.add_response("invoke", {"StatusCode": 202}, asked)
        reader.start("imp_1")
        function.assert_no_pending_responses()


def test_a_function_that_does_not_take_it_is_unavailable(reader: LambdaImportReader):
    with Stubber(reader._client) as function:
        function.add_client_error("invoke", "TooManyRequestsException")
        with pytest.raises(Unavailable, match="reads files"):
            reader.start("imp_1")
