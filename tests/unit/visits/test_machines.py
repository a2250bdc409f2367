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
        ({"user_agent": "WhatsApp/2.24.6.77 A"}, "known_machine"),
        ({"user_agent": "http.rb/5.2.0 (Mastodon/4.3.0; +https://social.example/)"}, "known_machine"),
        ({"user_agent": "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0)"}, "no_browser"),
        ({"user_agent": "Shop/1 CFNetwork/1496 Darwin/23.5.0"}, "known_machine"),
        ({"user_agent": "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:x@bsky.app)"}, "known_machine"),
        ({"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, "known_machine"),
        ({"user_agent": "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0"}, "known_machine"),
        (
            {"user_agent": "Mozilla/5.0 (Linux; Android 11; CUBOT X30) Chrome/142.0 Mobile Safari/537.36"},
            None,
        ),
        ({"user_agent": "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12.423"}, None),
        ({"user_agent": IPHONE + " Telegram-Android/11.4.2"}, None),
        ({"user_agent": IPHONE + " Instagram 360.0.0"}, None),
        ({"purpose": "Prefetch"}, "prefetch"),
        ({"user_agent": IPHONE + " Twitter for iPhone"}, None),
        ({"user_agent": IPHONE + " [LinkedInApp]"}, None),
        ({"user_agent": IPHONE + " [Pinterest/iOS]"}, None),
    ],
)
def test_a_machine_is_known_by_what_gives_it_away(fields: dict[str, Any], rule: str | None):
    assert known_machine(a_click(NOON, **fields)) == rule
