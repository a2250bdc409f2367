"""How large and how named things may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, files, name, text

BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "models", "constants", "manager"}
LONGEST_FILE = 150
LONGEST_FUNCTION = 25
LONG_FOR_A_REASON = {
    "layers/twofold/python/twofold/contracts/events.py": "the whole catalogue at one glance",
    "layers/twofold/python/twofold/messages/replies/wording/schemas.py": "every way to say it at one glance",
    "layers/twofold/python/twofold/messages/replies/wording/innocents.py": "one list of words",
}
LANGUAGES = "layers/twofold/python/twofold/messages/replies/wording/languages/"
"""What people of one language say when they want to leave is one table, however long."""

PRODUCT = [path for path in files(".py") if not name(path).startswith("tests/")]


def test_a_file_is_named_for_what_it_is_about():
    assert not [name(path) for path in files(".py") if BANNED & {path.stem.lower(), path.parent.name.lower()}]


def test_a_file_fits_in_a_readers_head():
    long = {name(path): _lines(path) for path in PRODUCT if _lines(path) > LONGEST_FILE}
    excused = {path for path in long if path in LONG_FOR_A_REASON or path.startswith(LANGUAGES)}
    assert not {path: lines for path, lines in long.items() if path not in excused}


def test_a_reason_to_be_long_ends_when_the_file_is_short():
    assert not [known for known in LONG_FOR_A_REASON if _lines(ROOT / known) <= LONGEST_FILE]


def test_a_function_fits_on_a_screen():
    """Its signature and docstring apart."""
    long = {f"{name(path)}:{node.name}": _size(node) for path in PRODUCT for node in _functions(path)}
    assert not {function: size for function, size in long.items() if size > LONGEST_FUNCTION}


def test_every_module_says_what_it_is():
    assert not [name(path) for path in PRODUCT if not ast.get_docstring(ast.parse(text(path)))]


def _lines(path: Path) -> int:
    return len(text(path).splitlines())


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _size(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1
