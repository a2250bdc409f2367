"""A redirect is an answer like any other: nobody goes where it points."""

from pathlib import Path

import pytest

from tests.adapters.safe_http.authority import Authority
from tests.adapters.safe_http.endpoint import endpoint, says
from tests.fakes.canary import PUBLIC, post, routed
from twofold.adapters.safe_http.caller import SafeHttp

STATUSES = (
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
)
OTHERS = ("300 Multiple Choices", "305 Use Proxy")
PLACES = (
    *(
        "http://127.0.0.1:9001/2018-06-01/runtime/invocation/next",
        "https://169.254.169.254/latest/meta-data/",
    ),
    *("//localhost/", "/elsewhere", "https://other.example.com/hooks", "file:///etc/passwd"),
)
META = b'<html><head><meta http-equiv="refresh" content="0; url=http://127.0.0.1:9001/"></head></html>'
NAME = "crm.example.com"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("status", STATUSES + OTHERS)
def test_no_redirect_is_followed(ours: Authority, status: str, place: str):
    http = SafeHttp(allow_loopback=False, trust=ours.trusted)
    with endpoint(says(status, f"Location: {place}"), ours.server(NAME)) as crm, routed(crm.port) as network:
        answered = http.call(post(f"https://{NAME}/hooks"), 5)
    assert answered.status == int(status[:3])
    assert answered.headers["location"] == place
    assert (network.dialled, network.asked, len(crm.heard)) == ([PUBLIC], [NAME], 1)


@pytest.mark.parametrize(
    "header", ["Refresh: 0; url=http://127.0.0.1:9001/", "Content-Location: http://127.0.0.1/"]
)
def test_neither_is_a_page_that_refreshes_itself(ours: Authority, header: str):
    http = SafeHttp(allow_loopback=False, trust=ours.trusted)
    with endpoint(says("200 OK", header, body=META), ours.server(NAME)) as crm, routed(crm.port) as network:
        assert http.call(post(f"https://{NAME}/hooks"), 5).body == META
    assert (network.dialled, len(crm.heard)) == ([PUBLIC], 1)


@pytest.mark.parametrize("status", STATUSES)
def test_nor_on_this_machine_where_it_may_be_called(status: str, tmp_path: Path):
    http = SafeHttp(allow_loopback=True)
    with (
        endpoint(says("200 OK")) as other,
        endpoint(says(status, f"Location: http://127.0.0.1:{other.port}/")) as crm,
    ):
        assert http.call(post(f"http://127.0.0.1:{crm.port}/hooks"), 5).status == int(status[:3])
    assert (len(crm.heard), other.heard) == (1, [])
