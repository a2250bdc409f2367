"""The phone's memory of what was said."""

import asyncio
from typing import Any

import pytest

from infra.local.gateway.conversation import Conversation, Receipt, Reply, Text
from infra.local.gateway.stream import BIRTH, had
from infra.local.gateway.texts import Texts

AT = "2026-11-22T09:00:00.000Z"


@pytest.fixture
def said(tmp_path) -> Conversation:
    return Conversation(tmp_path / "phone.jsonl")


def message(key: str, to: str = "+48601234567") -> dict[str, Any]:
    return {"MessageId": key, "PhoneNumber": to, "Message": f"text {key}"}


def taken(said: Conversation, *messages: dict[str, Any]) -> None:
    """Seen in the emulator's box; nothing here asks an emulator."""
    nobody: Any = None
    Texts(nobody, nobody, said).add(list(messages))


def test_a_text_is_kept_once_however_often_it_is_read(said):
    taken(said, message("a"), message("b"))
    taken(said, message("a"), message("b"), message("c"))
    assert [text["text"] for text in said.texts(None)] == ["text a", "text b", "text c"]


def test_the_texts_of_one_number_are_its_own(said):
    taken(said, message("a"), message("b", "+4915112345678"))
    said.add(Reply(id="r", sender="+4915112345678", text="STOP", at=AT))
    assert [text["text"] for text in said.texts("+4915112345678")] == ["text b"]
    assert len(said.texts(None)) == 2


def test_the_time_is_utc_in_iso_8601(said):
    taken(said, message("a"))
    assert said.texts(None)[0]["at"].endswith("Z")


def test_marketing_is_told_from_the_rest_by_what_the_sender_said(said):
    kind = {"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Promotional"}}
    taken(said, message("a"), message("b") | {"MessageAttributes": kind})
    assert [text.kind for text in said.undelivered.values()] == ["Transactional", "Promotional"]


def test_a_text_is_on_its_way_until_its_receipt_says_what_became_of_it(said):
    said.add(Text("a", "+48601234567", "hello", AT), Text("b", "+48601234567", "hello", AT))
    assert {text["state"] for text in said.texts(None)} == {"sent"}
    said.add(Receipt("a", "delivered", AT), Receipt("b", "failed", AT, "Invalid phone number"))
    assert [(text["state"], text.get("why")) for text in said.texts(None)] == [
        ("delivered", None),
        ("failed", "Invalid phone number"),
    ]
    assert not said.undelivered


def test_the_next_gateway_knows_everything_that_was_said(said):
    said.add(Text("a", "+48601234567", "zażółć", AT), Text("b", "+48601234567", "hello", AT))
    said.add(Receipt("a", "delivered", AT), Reply(id="r", sender="+48601234567", text="STOP", at=AT))
    after = Conversation(said.file)
    assert after.entries == said.entries
    assert after.texts(None) == said.texts(None)
    assert list(after.undelivered) == ["b"]


def test_half_a_line_of_a_gateway_that_was_killed_costs_nothing_else(said):
    said.add(Text("a", "+48601234567", "hello", AT), Text("b", "+48601234567", "hello", AT))
    said.file.write_bytes(said.file.read_bytes()[:-20])
    after = Conversation(said.file)
    after.add(Text("c", "+48601234567", "hello", AT))
    assert [text["id"] for text in Conversation(said.file).texts(None)] == ["a", "c"]


def test_only_its_owner_may_read_the_file(said):
    assert said.file.stat().st_mode & 0o777 == 0o600


def test_whoever_waits_for_more_is_told_when_it_comes(said):
    async def run() -> int:
        waiting = asyncio.create_task(said.beyond(0))
        await asyncio.sleep(0)
        taken(said, message("a"))
        await asyncio.wait_for(waiting, 1)
        return len(said.entries)

    assert asyncio.run(run()) == 1


def test_a_browser_that_comes_back_is_sent_what_it_has_not_had():
    assert had(f"{BIRTH}-7") == 7
    assert had("another-7") == 0
    assert had("") == 0
