"""Bits of HTML: whatever is put into them is escaped."""

import html
import json
import re
from collections.abc import Iterable
from typing import Any

_CODE = re.compile(r"`([^`]+)`")


def plain(text: str) -> str:
    """Text with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(" ".join(text.split())))


def code(text: str) -> str:
    # A long path may break at its slashes, so that no phone has to scroll sideways.
    return f"<code>{html.escape(text).replace('/', '/<wbr>')}</code>"


def block(value: Any) -> str:
    """A value as indented JSON, which can be scrolled by keyboard."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return f'<pre tabindex="0"><code>{html.escape(text)}</code></pre>'


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Cells are markup already; on a phone each is labelled with its head."""
    heads = tuple(heads)
    top = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in heads)
    lines = [
        "".join(
            f'<td data-head="{html.escape(head)}">{cell}</td>' for head, cell in zip(heads, row, strict=True)
        )
        for row in rows
    ]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>" if lines else ""
