"""The API as a page."""

import json
import re
from html.parser import HTMLParser

from twofold.contracts.routes.catalogue import ROUTES
from twofold.entrypoints.describing.page import page
from twofold.entrypoints.openapi import described

PAGE = page(described("https://twofold.example"))


class Seen(HTMLParser):
    """Which ids there are, which of them links lead to, and what would be inline."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids += [named["id"] or ""] if "id" in named else []
        if (named.get("href") or "").startswith("#"):
            self.links.add((named["href"] or "")[1:])
        self.inline += [name for name in named if name == "style" or name.startswith("on")]
        self.inline += [tag] if tag in ("script", "style") else []


SEEN = Seen(PAGE)


def test_every_operation_is_shown_once_by_its_name():
    names = [each["operationId"] for methods in described("x")["paths"].values() for each in methods.values()]
    assert len(names) == len(ROUTES)
    assert all(SEEN.ids.count(name) == 1 for name in names)


def test_every_link_leads_somewhere():
    assert SEEN.links <= set(SEEN.ids)
    assert len(SEEN.ids) == len(set(SEEN.ids))


def test_there_is_no_script_and_no_style_in_it():
    assert SEEN.inline == []


def test_what_stands_in_the_document_is_shown_as_text():
    odd = json.loads(
        json.dumps(described("https://twofold.example")).replace("Do we know", "<script>x</script>")
    )
    odd["components"]["schemas"]["LeadPatch"]["description"] = "<img onerror=x>`<b>`"
    shown = page(odd)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<code>&lt;b&gt;</code>" in shown


def test_no_placeholder_of_the_frame_is_left():
    assert not re.search(r"\$[a-z]+\b", PAGE.split("<main")[0])
