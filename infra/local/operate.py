"""What a fresh stack is given so that there is something to try: a campaign, a key to all of it, and a till."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from infra.commands.screen import CannotGoOn, step
from infra.local.workspace import PYTHON, ROOT, Workspace
from infra.operate.seed import SAMPLE

DEVICE = "Demo till"
"""What the staff page calls itself on this machine."""


def furnish(workspace: Workspace, stack: dict[str, Any]) -> dict[str, Any]:
    """What the stack has not got already, by the operator's own commands."""
    found: dict[str, Any] = {}
    if "assets" not in stack:
        with step("A campaign to try"):
            found["assets"] = json.loads(said(workspace, "seed", str(sample(workspace, stack["shop"]))))
    if "keys" not in stack:
        with step("An API key"):
            found["keys"] = {"all": said(workspace, "key", "--label", "made by make up").strip()}
    if "staff" not in stack:
        with step("A device for staff"):
            found["staff"] = said(workspace, "device", "--place", place(), "--name", DEVICE).strip()
    return found


def sample(workspace: Workspace, shop: str) -> Path:
    """The sample campaign as a file of this machine's: what stands in shops stands in this one too."""
    content = json.loads(SAMPLE.read_text("utf-8"))
    for asset in content["assets"]:
        if asset.get("origins"):
            asset["origins"].append(shop)
    file = workspace.path("campaign.json")
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return file


def place() -> str:
    """The id of the first place that the sample campaign names."""
    places: dict[str, str] = json.loads(SAMPLE.read_text("utf-8"))["campaign"]["places"]
    return next(iter(places))


def said(workspace: Workspace, command: str, *arguments: str) -> str:
    """What an operator's command printed. Raises CannotGoOn with its own words when it fails."""
    result = subprocess.run(
        [str(PYTHON), "-m", f"infra.operate.{command}", *arguments],
        cwd=ROOT,
        env=os.environ | {"TWOFOLD_LOCAL": str(workspace.folder)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if result.returncode:
        raise CannotGoOn(f"`infra.operate.{command}` failed:\n{result.stderr[-3000:]}")
    return str(result.stdout)
