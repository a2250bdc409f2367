"""Packages that fetch their names one by one give the same names as before, and import less."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from infra.artefacts import BuiltArtefacts
from infra.artefacts.lazy_packages import PACKAGES, lazy
from infra.artefacts.target import host

NAMES = [package.replace("/", ".") for package in PACKAGES]
TELLING = """
import importlib, json, sys
package = importlib.import_module(sys.argv[1])
names = sorted(package.__all__)
told = {n: getattr(getattr(package, n), "__qualname__", repr(getattr(package, n))) for n in names}
print(json.dumps(told))
"""


def said(code: str, package: str, packages: Path) -> str:
    command = [sys.executable, "-S", "-c", code, package]
    return subprocess.run(
        command,
        env={"PYTHONPATH": str(packages), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def layer() -> Path:
    return BuiltArtefacts(target=host()).vendor() / "python"


@pytest.mark.parametrize("package", NAMES)
def test_every_name_is_where_it_was(layer, package):
    installed = Path(sysconfig.get_paths()["purelib"])
    assert json.loads(said(TELLING, package, layer)) == json.loads(said(TELLING, package, installed))


def test_the_router_comes_without_asyncio(layer):
    code = "import sys; from aws_lambda_powertools.event_handler import Response; print('asyncio' in sys.modules)"
    assert said(code, "", layer) == "False\n"


def test_a_name_that_never_was_is_an_attribute_error():
    module: dict[str, object] = {"__name__": "made_up"}
    exec(lazy("from .somewhere import thing\n"), module)
    with pytest.raises(AttributeError, match="made_up"):
        module["__getattr__"]("other")  # type: ignore[operator]
