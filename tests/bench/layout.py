"""The synthesised stack, laid out as Lambda lays it out: the layers in one folder, each function in its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """`folder` is what Lambda calls /var/task, `packages` /opt/python; `settings` are the template's own."""

    name: str
    folder: Path
    packages: Path
    settings: dict[str, str]


def lay_out(at: Path) -> dict[str, Function]:
    """Every function of the local stack by its name, below the folder `at`."""
    resources = _synthesise(at / "assembly")
    packages = at / "opt" / "python"
    for layer in _of_type(resources, "AWS::Lambda::LayerVersion"):
        _place(at, layer["Content"], packages.parent)
    return {
        function.name: function
        for properties in _of_type(resources, "AWS::Lambda::Function")
        if (function := _function(at, properties, packages))
    }


def _synthesise(folder: Path) -> dict[str, Any]:
    quiet = {"CDK_OUTDIR": str(folder), "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20,21,23"}
    path = os.pathsep.join([str(ROOT), str(ROOT / "layers" / "twofold" / "python")])
    environment = {**os.environ, **quiet, "PYTHONPATH": path}
    subprocess.run([sys.executable, "-m", "infra.app"], cwd=ROOT, check=True, env=environment)
    template = json.loads(next(folder.glob("*.template.json")).read_text("utf-8"))
    return dict(template["Resources"])


def _of_type(resources: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    return (r["Properties"] for r in resources.values() if r["Type"] == kind)


def _place(at: Path, code: dict[str, str], to: Path) -> Path:
    """Hard links cost nothing, and a bench reads only."""
    asset = at / "assembly" / f"asset.{code['S3Key'].removesuffix('.zip')}"
    return Path(copytree(asset, to, copy_function=os.link, dirs_exist_ok=True))


def _function(at: Path, properties: dict[str, Any], packages: Path) -> Function | None:
    settings = {name: known(value) for name, value in properties["Environment"]["Variables"].items()}
    name = settings.get("POWERTOOLS_SERVICE_NAME")
    if name is None:
        return None
    folder = _place(at, properties["Code"], at / "task" / name)
    return Function(name=name, folder=folder, packages=packages, settings=settings)


def known(value: Any) -> str:
    """What only a deployment can know is called by its logical id here."""
    if isinstance(value, dict):
        return str(value.get("Ref") or value.get("Fn::GetAtt", ["unknown"])[0])
    return str(value)
