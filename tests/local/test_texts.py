"""The phone's memory of what the emulator sent."""

import asyncio
from typing import Any

from infra.local.gateway import phone
from infra.local.gateway.texts import Texts


def unread() -> Texts:
    """Its memory alone: nothing here asks an emulator."""
    nobody: Any = None
    return Texts(nobody, nobody)


def message(key: str, to: str = "+48601234567") -> dict[str, str]:
    return {"MessageId": key, "PhoneNumber": to, "Message": f"text {key}"}


def test_a_text_is_kept_once_however_often_it_is_read():
    texts = unread()
    texts._add([message("a"), message("b")])
    texts._add([message("a"), message("b"), message("c")])
    assert [text.text for text in texts.all] == ["text a", "text b", "text c"]


def test_the_texts_of_one_number_are_its_own():
    texts = unread()
    texts._add([message("a"), message("b", "+4915112345678")])
    assert [text.text for text in texts.to("+4915112345678")] == ["text b"]
    assert len(texts.to(None)) == 2


def test_the_time_is_utc_in_iso_8601():
    texts = unread()
    texts._add([message("a")])
    assert texts.all[0].at.endswith("Z")


def test_whoever_waits_for_more_is_told_when_it_comes():
    async def run() -> int:
        texts = unread()
        waiting = asyncio.create_task(texts.beyond(0))
        await asyncio.sleep(0)
        texts._add([message("a")])
        await asyncio.wait_for(waiting, 1)
        return len(texts.all)

    assert asyncio.run(run()) == 1


def test_a_browser_that_comes_back_is_sent_what_it_has_not_had():
    assert phone._had(f"{phone.BIRTH}-7") == 7
    assert phone._had("another-7") == 0
    assert phone._had("") == 0
