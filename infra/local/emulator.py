"""The AWS of this machine: one process, IAM enforced, nothing of ours in its environment."""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.request
from pathlib import Path

from infra.commands.screen import CannotGoOn, step
from infra.local.addresses import HOST, url
from infra.local.piece import Piece
from infra.local.workspace import EMULATOR_PYTHON, Workspace

REGION = "eu-central-1"
ACCOUNT = "000000000000"
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
PATIENCE = 40.0
EMULATE = Path(__file__).with_name("emulate.py")
KEPT = ("PATH", "HOME", "LANG", "LC_ALL")


def piece(workspace: Workspace) -> Piece:
    return Piece("emulator", workspace.folder)


def start(workspace: Workspace, port: int) -> None:
    """Start it clean and wait until it answers. Raises CannotGoOn with the end of its log when it does not."""
    emulator = piece(workspace)
    with step(f"Emulator on {url(port)}"):
        emulator.start([EMULATOR_PYTHON, "-P", EMULATE], _environment(workspace, port))
        until = time.monotonic() + PATIENCE
        while not answers(port):
            if emulator.pid is None or time.monotonic() > until:
                raise CannotGoOn(f"The emulator did not start. Its log ends:\n{emulator.tail()}")
            time.sleep(0.2)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"{url(port)}/_ministack/ready", timeout=3) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def client_environment(endpoint: str) -> dict[str, str]:
    """What makes an SDK, the CDK or `python -m infra.operate…` speak to the emulator and to nothing else."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return (
        inherited
        | KEYS
        | {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
        }
    )


def _environment(workspace: Workspace, port: int) -> dict[str, str]:
    """A clean one: functions inherit it. No state is kept, because stream delivery does not survive a restart."""
    scratch = _folder(workspace, "tmp")
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return (
        kept
        | KEYS
        | {
            "AUTH": "true",
            "BIND_HOST": HOST,
            "GATEWAY_PORT": str(port),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "MINISTACK_REGION": REGION,
            "MINISTACK_ACCOUNT_ID": ACCOUNT,
            "PERSIST_STATE": "0",
            "STATE_DIR": str(_folder(workspace, "state")),
            "S3_DATA_DIR": str(_folder(workspace, "s3")),
            "TMPDIR": str(scratch),
        }
    )


def _folder(workspace: Workspace, name: str) -> Path:
    folder = workspace.path(name)
    folder.mkdir(exist_ok=True)
    return folder
