"""The line that binds a code to our page."""

import pytest

from twofold.messages.texts.bound import bound_line, host_of


def test_the_line_is_the_last_with_host_and_code():
    assert "Your code is 123456." + bound_line("shop.example", "123456") == (
        "Your code is 123456.\n@shop.example #123456"
    )


def test_a_host_in_other_letters_is_written_as_browsers_compare_it():
    assert bound_line("żółw.example", "1") == "\n@xn--w-uga1v8h.example #1"


def test_without_a_host_there_is_no_line():
    assert bound_line("", "123456") == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Go.Shop.example:8443/a?b", "go.shop.example"),
        ("http://127.0.0.1:8080", "127.0.0.1"),
        ("shop.example", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str):
    assert host_of(url) == host
