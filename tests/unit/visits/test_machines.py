"""Machines that open links."""

from typing import Any

import pytest

from tests.fakes.clock import NOON
from tests.fakes.made import a_click
from tests.unit.visits.meeting import (
    IPHONE,
)
from twofold.visits.machines import known_machine


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, None),
        ({"method": "HEAD"}, "head"),
        ({"user_agent": " "}, "no_user_agent"),
        ({"user_agent": "Twitterbot/1.0"}, "known_machine"),
        ({"user_agent": "curl/8.5.0"}, "known_machine"),
        ({"purpose": "Prefetch"}, "prefetch"),
        ({"user_agent": IPHONE + " Twitter for iPhone"}, None),
        ({"user_agent": IPHONE + " [LinkedInApp]"}, None),
        ({"user_agent": IPHONE + " [Pinterest/iOS]"}, None),
    ],
)
def test_a_machine_is_known_by_what_gives_it_away(fields: dict[str, Any], rule: str | None):
    assert known_machine(a_click(NOON, **fields)) == rule
