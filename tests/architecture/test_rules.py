"""Rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
        if _everything(node) and not name(path).startswith("tests/")
    }
    assert not caught


@pytest.mark.parametrize(
    "clause", ["", " Exception", " BaseException", " (KeyError, Exception)", " builtins.Exception"]
)
def test_whoever_catches_everything_is_found_in_every_spelling(clause):
    (tried,) = ast.parse(f"try: x()\nexcept{clause}: pass").body
    assert isinstance(tried, ast.Try)
    assert _everything(tried.handlers[0])


def test_whoever_passes_it_on_has_not_caught_it():
    (tried,) = ast.parse("try: x()\nexcept BaseException:\n    y()\n    raise").body
    assert isinstance(tried, ast.Try)
    assert not _everything(tried.handlers[0])


def test_a_handler_decides_nothing():
    decided = {
        f"{name(path)}:{node.lineno}"
        for path, node in _nodes(ast.If, ast.Try, ast.While, ast.IfExp, ast.Match)
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


def _everything(handler: ast.ExceptHandler) -> bool:
    """Whether an `except` leaves nothing to anybody else; one that ends in a bare `raise` leaves all of it."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    named = {ast.unparse(kind).rpartition(".")[2] if kind else "" for kind in kinds}
    passed_on = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    return not passed_on and not named.isdisjoint({"", "Exception", "BaseException"})


def _nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, Any]]:
    for path in PYTHON:
        for node in ast.walk(ast.parse(text(path))):
            if isinstance(node, kinds):
                yield path, node
