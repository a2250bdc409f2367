"""Ports of our own where they are free, others where they are not."""

import socket

import pytest

from infra.commands.screen import CannotGoOn
from infra.local.addresses import NAMES, any_free, choose, is_free, preferred


def test_ours_are_six_in_a_row_from_the_one_variable(monkeypatch):
    monkeypatch.setenv("TWOFOLD_PORT", "9080")
    assert list(preferred().items()) == list(zip(NAMES, range(9080, 9086), strict=True))


@pytest.mark.parametrize("port", ["abc", "80", "65531", "-9080", "٩٠٨٠"])
def test_a_first_port_that_is_none_is_refused_in_one_sentence(monkeypatch, port):
    monkeypatch.setenv("TWOFOLD_PORT", port)
    with pytest.raises(CannotGoOn, match=f"TWOFOLD_PORT .* not `{port}`"):
        preferred()


def test_a_port_that_somebody_else_has_is_replaced():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert not is_free(taken)
        assert choose({"site": taken}, frozenset())["site"] != taken


def test_a_port_that_is_busy_because_it_is_ours_is_kept():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        own.listen()
        port = own.getsockname()[1]
        assert choose({"site": port}, frozenset({"site"}))["site"] == port


def test_the_port_of_the_last_time_is_taken_again():
    port = any_free()
    assert choose({"site": port}, frozenset())["site"] == port
