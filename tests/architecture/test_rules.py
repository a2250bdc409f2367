"""Rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.architecture.tree import LOCKS, ROOT, files, name, text

OWN = "tests/architecture/test_rules.py"
POSTPONED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError")
REGISTRY = re.compile(r"pypi\.org|pythonhosted|npmjs|yarnpkg|--index-url|--extra-index|--find-links")
READ = [path for path in files() if name(path) != OWN]
PYTHON = files(".py")
ONE_WAY = {"infra/constructs/product_function.py"}
MAKES_FUNCTIONS = {"lambda_.Function", "aws_lambda.Function", "lambda_.CfnFunction", "PythonFunction"}


def test_nothing_is_postponed():
    assert not [name(path) for path in READ if POSTPONED.search(text(path))]


def test_no_file_names_where_packages_come_from():
    assert not [name(path) for path in READ if REGISTRY.search(text(path)) and path.name != "lock.py"]


def test_locks_carry_hashes_and_no_addresses():
    for path in files(*LOCKS):
        assert not re.search(r'"resolved"|^\s*--(index|extra|find)', text(path), re.MULTILINE), name(path)
        assert re.search(r'sha256:|"integrity"', text(path)), name(path)


def test_functions_are_made_in_one_way():
    made = {name(path) for path, node in _nodes(ast.Call) if ast.unparse(node.func) in MAKES_FUNCTIONS}
    assert made == ONE_WAY


def test_nobody_catches_everything():
    caught = {
        f"{name(path)}:{node.lineno}"
        for path, node in _nodes(ast.ExceptHandler)
        if (node.type is None or ast.unparse(node.type) == "Exception")
        and not name(path).startswith("tests/")
    }
    assert not caught


def test_a_handler_decides_nothing():
    decided = {
        f"{name(path)}:{node.lineno}"
        for path, node in _nodes(ast.If, ast.Try, ast.While, ast.IfExp)
        if path.name == "handler.py"
    }
    assert not decided


def test_a_handler_knows_how_it_is_wired_and_entered_and_no_more():
    rooms = {"twofold.wiring", "twofold.entrypoints", "twofold.contracts"}
    imported = {
        f"{name(path)}: {node.module}"
        for path, node in _nodes(ast.ImportFrom)
        if path.name == "handler.py"
        and isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("twofold")
        if ".".join((node.module or "").split(".")[:2]) not in rooms
    }
    assert not imported


def test_what_a_newcomer_looks_for_is_there():
    wanted = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", ".ci/run")
    assert not [known for known in wanted if not (ROOT / known).is_file()]


def _nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, Any]]:
    for path in PYTHON:
        for node in ast.walk(ast.parse(text(path))):
            if isinstance(node, kinds):
                yield path, node
