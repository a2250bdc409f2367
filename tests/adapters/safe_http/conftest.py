"""SafeHttp, a network that leads to a canary alone, and an authority that vouches for whom a test likes."""

from collections.abc import Iterator

import pytest

from tests.adapters.safe_http.authority import Authority, authority
from tests.fakes.canary import Canary, caged
from twofold.adapters.safe_http.caller import SafeHttp


@pytest.fixture
def canary() -> Iterator[Canary]:
    with caged() as bird:
        yield bird


@pytest.fixture
def http() -> SafeHttp:
    return SafeHttp(allow_loopback=False)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority that nobody trusts who is not told to."""
    return authority(tmp_path_factory.mktemp("authority"))
