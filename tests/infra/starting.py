"""Starts a function in a process of its own, with the environment that its template gives it."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.infra.secrets_stub import secrets_at
from tests.infra.synthesis import Template, readable

LAMBDA_ADDS = {
    "AWS_ACCESS_KEY_ID": "key",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_REGION": "eu-central-1",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "LAMBDA_TASK_ROOT": "/var/task",
}


def environment(template: Template, function: str) -> dict[str, str]:
    variables = template.functions()[function]["Environment"]["Variables"]
    return {name: readable(value) for name, value in variables.items()}


def start(
    code: str, *, variables: dict[str, str], at: Path, layers: Iterable[Path], options: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Runs `code` in the function's folder, as Lambda would: what it needs of AWS while it starts, it gets."""
    with secrets_at() as endpoint:
        path = {"PYTHONPATH": ":".join(map(str, layers)), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, *options, "-c", code],
            cwd=at,
            env=variables | LAMBDA_ADDS | path | {"AWS_ENDPOINT_URL": endpoint},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
