"""Who answers over TLS must be who the name says, by a certificate of somebody we trust."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.safe_http.authority import Authority, authority
from tests.adapters.safe_http.endpoint import Endpoint, endpoint, says
from tests.fakes.canary import PUBLIC, post, routed
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.webhooks.ports import Unreachable

NAME = "crm.example.com"


@pytest.fixture
def crm(ours: Authority) -> Iterator[Endpoint]:
    with endpoint(says("200 OK", body=b"thanks"), ours.server(NAME, "xn--w-uga1v8h.example", PUBLIC)) as made:
        yield made


@pytest.fixture
def http(ours: Authority) -> SafeHttp:
    return SafeHttp(allow_loopback=False, trust=ours.trusted)


def test_the_name_stands_in_sni_and_host_while_the_checked_address_is_called(crm: Endpoint, http: SafeHttp):
    with routed(crm.port) as network:
        answered = http.call(post(f"https://{NAME}/hooks?a=1", {"webhook-id": "evt_1"}, b'{"a":1}'), 5)
    assert (answered.status, answered.body) == (200, b"thanks")
    assert (network.dialled, crm.wanted) == ([PUBLIC], [NAME])
    head, _, body = crm.heard[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /hooks?a=1 HTTP/1.1"
    assert {"host: crm.example.com", "webhook-id: evt_1", "Content-Length: 7"} <= set(lines)
    assert body == b'{"a":1}'


def test_a_name_in_another_script_is_asked_for_and_proved_as_dns_has_it(crm: Endpoint, http: SafeHttp):
    with routed(crm.port) as network:
        assert http.call(post("https://ŻÓŁW.example/"), 5).status == 200
    assert (network.asked, crm.wanted) == (["xn--w-uga1v8h.example"], ["xn--w-uga1v8h.example"])
    assert b"host: xn--w-uga1v8h.example\r\n" in crm.heard[0]


def test_a_public_address_without_a_name_must_be_in_the_certificate_itself(crm: Endpoint, http: SafeHttp):
    with routed(crm.port):
        assert http.call(post(f"https://{PUBLIC}/"), 5).status == 200
        assert _trouble(http, "https://8.8.8.8/") == "tls"


def test_a_certificate_for_another_name_is_none(crm: Endpoint, http: SafeHttp):
    with routed(crm.port):
        assert _trouble(http, "https://other.example.com/") == "tls"
    assert crm.heard in ([], [b"\r\n\r\n"])


def test_a_certificate_of_somebody_nobody_trusts_is_none(crm: Endpoint, tmp_path: Path):
    stranger = authority(tmp_path)
    with routed(crm.port):
        assert _trouble(SafeHttp(allow_loopback=False), f"https://{NAME}/") == "tls"
        assert _trouble(SafeHttp(allow_loopback=False, trust=stranger.trusted), f"https://{NAME}/") == "tls"
    assert crm.heard in ([], [b"\r\n\r\n"], [b"\r\n\r\n"] * 2)


def test_a_certificate_that_is_over_is_none(ours: Authority, http: SafeHttp):
    with endpoint(says("200 OK"), ours.server(NAME, days=0)) as late, routed(late.port):
        assert _trouble(http, f"https://{NAME}/") == "tls"


def test_who_speaks_no_tls_is_told_nothing(http: SafeHttp):
    with endpoint(says("200 OK")) as plain, routed(plain.port):
        assert _trouble(http, f"https://{NAME}/") == "tls"
        assert not any(b"POST" in heard for heard in plain.heard)


def test_proxies_of_the_environment_are_not_asked(
    crm: Endpoint, http: SafeHttp, monkeypatch: pytest.MonkeyPatch
):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    with routed(crm.port) as network:
        assert http.call(post(f"https://{NAME}/"), 5).status == 200
    assert network.dialled == [PUBLIC]


def _trouble(http: SafeHttp, url: str) -> str:
    with pytest.raises(Unreachable) as raised:
        http.call(post(url, {"authorization": "Bearer secret"}), 5)
    return raised.value.kind
