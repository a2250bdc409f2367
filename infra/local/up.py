"""`make up`: everything running on this machine, deployed as the code is now. Run again, it mends and renews."""

from __future__ import annotations

import fcntl
import os
import time
import urllib.error
import urllib.request
from typing import Any

from infra.commands.screen import CannotGoOn, paint, say, step, warn
from infra.local import addresses, emulator, operate
from infra.local.addresses import url
from infra.local.deploy import deploy
from infra.local.kept import emptied, kept
from infra.local.piece import Piece
from infra.local.workspace import PYTHON, Workspace
from twofold.contracts.routes.files import OPENAPI
from twofold.contracts.routes.pages import LANDING

PEOPLE = {
    "shop": "meet the widget here",
    "site": "where a visitor leaves a number",
    "phone": "the texts that were sent, and answers to them",
    "api": "for shops and CRMs",
    "admin": "what runs here",
}
"""The addresses for people, in the order in which they are told, and what each is for."""

STAFF_PAGE = "scan codes and redeem them"
"""What is told of the sixth, which is a page of the site: a device link, with the key in it."""

PATIENCE = 15.0


def up(workspace: Workspace) -> dict[str, Any]:
    """Returns what `stack.json` now holds. Two at once in one folder wait for each other."""
    with workspace.path("up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _up(workspace)


def _up(workspace: Workspace) -> dict[str, Any]:
    known = workspace.read()
    ports = _ports(workspace, known)
    clean = _emulate(workspace, ports["emulator"])
    _serve(workspace, ports, clean=clean)
    stack: dict[str, Any] = {name: url(ports[name]) for name in PEOPLE} | {"ports": ports}
    stack |= {} if clean else kept(known, stack["shop"], stack["site"])
    endpoint = url(ports["emulator"])
    stack["aws"] = deploy(workspace, endpoint, site=stack["site"], shop=stack["shop"])
    stack = {name: value for name, value in stack.items() if name not in emptied(known, stack)}
    workspace.write(stack)
    workspace.write(stack | operate.furnish(workspace, stack))
    return workspace.read()


def gateway(workspace: Workspace) -> Piece:
    return Piece("gateway", workspace.folder)


def _ports(workspace: Workspace, known: dict[str, Any]) -> dict[str, int]:
    """Those it had, as far as they are still ours or free; the site's stands in printed links."""
    held = {"emulator"} if emulator.piece(workspace).pid else set()
    held |= set(PEOPLE) if gateway(workspace).pid else set()
    kept = known.get("ports", {})
    ports = addresses.choose(kept, frozenset(held & kept.keys()))
    for name, own in {**addresses.preferred(), **kept}.items():
        if ports[name] != own:
            warn(f"Port {own} is taken by another program, so the {name} is on {ports[name]}.")
    return ports


def _emulate(workspace: Workspace, port: int) -> bool:
    """True when it had to be started, and so holds nothing yet."""
    if emulator.piece(workspace).pid and emulator.answers(port):
        return False
    emulator.piece(workspace).stop()
    emulator.start(workspace, port)
    return True


def _serve(workspace: Workspace, ports: dict[str, int], *, clean: bool) -> None:
    """Started anew each time, so that it runs the code as it is; it holds the ports while the stack deploys."""
    piece = gateway(workspace)
    with step("Gateway"):
        piece.stop()
        if clean:
            workspace.conversation.unlink(missing_ok=True)
        options = [option for name in PEOPLE for option in (f"--{name}", str(ports[name]))]
        environment = {**os.environ, "TWOFOLD_LOCAL": str(workspace.folder)}
        piece.start([PYTHON, "-m", "infra.local.gateway", *options], environment)
        until = time.monotonic() + PATIENCE
        while not serves(url(ports["phone"])):
            if piece.pid is None or time.monotonic() > until:
                raise CannotGoOn(f"The gateway did not start. Its log ends:\n{piece.tail()}")
            time.sleep(0.1)


def serves(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=3):
            return True
    except urllib.error.HTTPError:
        return True
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def tell(stack: dict[str, Any]) -> None:
    """The addresses, and what to do next."""
    asset = next(iter(stack.get("assets", {}).values()), None)
    pages = {"site": LANDING.at("", asset_id=asset) if asset else "", "api": OPENAPI.at("")}
    rows = [(name, stack[name] + pages.get(name, ""), note) for name, note in PEOPLE.items()]
    say(f"\n  {paint('Twofold is up.', 1)}\n")
    width = max(len(address) for _, address, _ in rows)
    for name, address, note in rows:
        say(f"    {name:6} {paint(address.ljust(width), 36)}  {paint(note, 2)}")
    if "staff" in stack:
        say(f"    {'staff':6} {paint(stack['staff'], 36)}  {paint(STAFF_PAGE, 2)}")
    say(
        f"\n    Next: {paint('make demo', 1)} tells one visitor's story; {paint('make down', 1)} stops it all.\n"
    )


def main() -> None:
    try:
        tell(up(Workspace.current()))
    except KeyboardInterrupt:
        raise CannotGoOn(
            "Interrupted. `make up` goes on from here, `make down` stops what has started."
        ) from None


if __name__ == "__main__":
    main()
