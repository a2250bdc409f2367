"""The sample campaign once more, with days of some seconds: what takes weeks can be watched."""

from __future__ import annotations

import json
from pathlib import Path

from infra.local.operate import said
from infra.local.workspace import Workspace
from infra.operate.seed import SAMPLE

CAMPAIGN = "buffet-hurried"
LANDING = {"asset_id": "ast_hurried", "kind": "landing_page", "name": "hurried_landing"}

DAY = 3.0
"""Seconds that a day takes."""


def seed_hurried(workspace: Workspace) -> dict[str, str]:
    """By the operator's own command, as often as one likes; answers the asset ids by name. Raises CannotGoOn."""
    found: dict[str, str] = json.loads(said(workspace, "seed", str(hurried(workspace))))
    return found


def hurried(workspace: Workspace) -> Path:
    """Its file: all as in the sample but for its name, its days, and the one page that one joins it by."""
    campaign = json.loads(SAMPLE.read_text("utf-8"))["campaign"]
    content = {"campaign": {**campaign, "campaign_id": CAMPAIGN, "day_seconds": DAY}, "assets": [LANDING]}
    file = workspace.path("hurried.json")
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return file
