"""`make down`: ends the gateway and the emulator of this clone, and only those; what the stack held is gone."""

from __future__ import annotations

import shutil

from infra.commands.screen import done, say
from infra.local import emulator
from infra.local.up import gateway
from infra.local.workspace import Workspace

SCRATCH = ("tmp", "s3", "state", "cdk.out")


def down(workspace: Workspace) -> list[str]:
    """Returns the names of what ran. Packages that were installed stay."""
    pieces = (gateway(workspace), emulator.piece(workspace))
    ended = [piece.name for piece in pieces if piece.stop()]
    workspace.forget()
    workspace.conversation.unlink(missing_ok=True)
    for name in SCRATCH:
        shutil.rmtree(workspace.folder / name, ignore_errors=True)
    return ended


def main() -> None:
    ended = down(Workspace.current())
    for name in ended:
        done(f"{name.capitalize()} stopped")
    if not ended:
        say("  Nothing of this clone was running.")


if __name__ == "__main__":
    main()
