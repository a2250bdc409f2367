"""Who tells the story: to a person in prose, or to a program as one JSON document."""

import json
import sys
import textwrap
from dataclasses import dataclass, field
from typing import Any, Protocol

from infra.commands.screen import paint, say


class Teller(Protocol):
    """Hears every step once, as it happened."""

    def step(self, step: str, prose: str, **seen: Any) -> None:
        """`seen` is what there is to show: request, response, text, lines, events, ms; `show` is for people only."""

    def day(self, number: int) -> None:
        """So many days of a campaign in a hurry have passed."""

    def broken(self, sentence: str) -> None:
        """The last step was not as promised."""

    def end(self) -> None:
        """All steps were as promised."""

    def close(self) -> None:
        """Nothing more will come."""


@dataclass
class Document:
    steps: list[dict[str, Any]] = field(default_factory=list)

    def step(self, step: str, prose: str, **seen: Any) -> None:
        seen.pop("show", None)
        self.steps.append({"step": step, "told": prose, "ok": True, **seen})

    def day(self, number: int) -> None:
        return

    def broken(self, sentence: str) -> None:
        if not self.steps:
            self.steps.append({"step": "start"})
        self.steps[-1] |= {"ok": False, "broken": sentence}

    def end(self) -> None:
        return

    def close(self) -> None:
        json.dump(self.steps, sys.stdout, indent=2, ensure_ascii=False)
        say()


@dataclass
class Terminal:
    """A paragraph a step, and beside it what really went over the wire; days are counted on a line of their own."""

    count: int = 0
    counting: bool = False

    def step(self, step: str, prose: str, **seen: Any) -> None:
        self._end_line()
        self.count += 1
        say(f"\n{paint(f'{self.count:2}', 36)}  {_wrapped(prose)}\n")
        for line in _evidence(seen):
            say(f"      {line}")

    def day(self, number: int) -> None:
        begin = "" if self.counting else "\n      day"
        self.counting = True
        print(f"{begin} {paint(str(number), 2)}", end="", flush=True)

    def _end_line(self) -> None:
        if self.counting:
            say()
        self.counting = False

    def broken(self, sentence: str) -> None:
        self._end_line()
        say(f"\n  {paint('✗', 31)} {sentence}\n")

    def end(self) -> None:
        say(f"\n  {paint('✓', 32)} Every step was as promised.\n")

    def close(self) -> None:
        return


def _wrapped(prose: str) -> str:
    return textwrap.fill(prose, width=92, subsequent_indent="    ")


def _evidence(seen: dict[str, Any]) -> list[str]:
    lines = []
    if request := seen.get("request"):
        body = f" {_short(request['body'])}" if request["body"] else ""
        lines.append(paint(f"→ {request['method']} {request['url']}{body}", 2))
    if response := seen.get("response"):
        said = _short(_chosen(response["body"], seen["show"]))
        lines.append(f"{paint('←', 2)} {paint(str(response['status']), 1)} {paint(said, 2)}  {seen['ms']} ms")
    if text := seen.get("text"):
        lines.append(f"{paint('✉', 33)}  {text['text']}")
    lines += [paint(line, 2) for line in seen.get("lines", ())]
    lines += [
        f"{paint(row['time'], 2)}  {row['type']:22} {paint(row['about'], 2)}"
        for row in seen.get("events", ())
    ]
    return lines


def _chosen(body: dict[str, Any], show: tuple[str, ...]) -> dict[str, Any]:
    return {name: body[name] for name in show if name in body} or body


def _short(body: object) -> str:
    text = json.dumps(body, ensure_ascii=False)
    return text if len(text) <= 240 else f"{text[:240]}…"
