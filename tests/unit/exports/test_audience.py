"""Only who agreed to advertising is handed to a platform, and of them nothing but a hash that it knows."""

import hashlib
import re
from typing import Any

import pytest

from tests.fakes.clock import NOON
from tests.unit.exports.desk import Desk, person
from twofold.exports.tables.audience import PLATFORMS


def lines(desk: Desk, platform: Any) -> list[str]:
    desk.open(kind="audience", platform=platform)
    assert desk.write() == "finished"
    text = "".join(file.decode("ascii") for file in desk.files.of("exp_1"))
    return text.replace("\r\n", "\n").splitlines()


@pytest.mark.parametrize(("platform", "heading"), [("google", "Phone"), ("meta", "phone")])
def test_the_file_is_as_the_platform_takes_it(desk: Desk, platform: str, heading: str):
    found = lines(desk, platform)
    assert found[0] == heading
    assert all(re.fullmatch(f"[0-9a-f]{{64}}|{heading}", line) for line in found)
    assert b"+48601" not in b"".join(desk.files.of("exp_1"))


def test_only_confirmed_leads_who_agreed_to_it_are_in_it(desk: Desk):
    agreed = [number for number in range(desk.count) if number % 7 and number % 2]
    hashed = [hashlib.sha256(f"+48601{number:06}".encode()).hexdigest() for number in agreed]
    assert [line for line in lines(desk, "google") if line != "Phone"] == hashed


def test_a_lead_who_agreed_and_left_is_not(desk: Desk):
    assert PLATFORMS["google"].row(person(7)) is None


@pytest.mark.parametrize(("platform", "text"), [("google", "+48601000001"), ("meta", "48601000001")])
def test_each_platform_hashes_a_number_in_its_own_way(platform: Any, text: str):
    assert PLATFORMS[platform].row(person(1)) == (hashlib.sha256(text.encode()).hexdigest(),)


def test_it_can_be_one_campaign_s_alone(desk: Desk):
    desk.open(kind="audience", platform="meta", campaign_id="camp-0", until=NOON)
    desk.write()
    assert desk.book.find("exp_1").rows == 0
