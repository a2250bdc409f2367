"""Runs the story; exit code 1 when any step is not as promised. With `JSON=1` it prints one document only.

`QUICK=1` leaves the last chapter out, which takes more than a minute because days pass in it.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx

from infra.commands.screen import CannotGoOn
from infra.local.demo import answers, cart, crm, days, ending, story, till
from infra.local.demo.bus import Tap
from infra.local.demo.scene import NotAsPromised, Scene
from infra.local.demo.teller import Document, Teller, Terminal
from infra.local.workspace import Workspace

Chapter = Callable[[Scene], None]
"""What is told after the first visitor's story; it may know what that has learnt."""


def tell(stack: dict[str, Any], teller: Teller, *later: Chapter) -> bool:
    """True when all of it went as promised."""
    try:
        with Tap(stack["aws"]) as tap, httpx.Client(timeout=30) as client:
            scene = Scene(stack=stack, client=client, teller=teller)
            story.sign_up(scene)
            story.confirm(scene)
            till.look_up(scene)
            till.spend(scene)
            cart.shop(scene)
            answers.leave(scene)
            answers.join(guest := _guest(scene))
            ending.ledger(scene)
            ending.bus(scene, tap)
            crm.both_ways(guest)
            for chapter in later:
                chapter(scene)
    except NotAsPromised as broken:
        teller.broken(str(broken))
        return False
    except httpx.HTTPError as error:
        teller.broken(f"No answer: {error}. `make status` says what runs.")
        return False
    teller.end()
    return True


def _guest(scene: Scene) -> Scene:
    """Somebody else in the same story, to whom the same wording is shown."""
    known = {"consent": scene.known["consent"]}
    return Scene(stack=scene.stack, client=scene.client, teller=scene.teller, known=known)


def main() -> None:
    workspace = Workspace.current()
    stack = workspace.read()
    if not stack.get("assets"):
        raise CannotGoOn("Nothing runs here yet. Start it with `make up`; it takes about a minute.")
    teller: Teller = Document() if os.environ.get("JSON") else Terminal()
    later = () if os.environ.get("QUICK") else (partial(days.pass_by, workspace=workspace),)
    good = tell(stack, teller, *later)
    teller.close()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
