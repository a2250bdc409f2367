"""Some packages import all they have when any of it is asked for: resolvers of every kind and with them asyncio,
every event of AWS, matchers of numbers in prose. In the layer they fetch a name when somebody asks for it."""

import ast
from pathlib import Path

PACKAGES = (
    "aws_lambda_powertools/event_handler",
    "aws_lambda_powertools/utilities/data_classes",
    "phonenumbers",
)

_FETCH = '''

_WHERE = {where!r}


def __getattr__(name):
    """Imports what the package would have imported at once."""
    from importlib import import_module

    if name not in _WHERE:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    module, attribute = _WHERE[name]
    value = globals()[name] = getattr(import_module(module, __name__), attribute)
    return value
'''


def postpone(packages: Path) -> None:
    """Every name stays where it was. Raises FileNotFoundError when a package is not there any more."""
    for name in PACKAGES:
        path = packages / name / "__init__.py"
        path.write_text(lazy(path.read_text("utf-8")), "utf-8")


def lazy(source: str) -> str:
    """The same module, whose `from … import …` happens name by name, each when it is first needed."""
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
    where = {
        alias.asname or alias.name: ("." * node.level + (node.module or ""), alias.name)
        for node in imports
        for alias in node.names
    }
    gone = {n for node in imports for n in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    kept = [line for n, line in enumerate(source.splitlines(), 1) if n not in gone]
    return "\n".join(kept) + _FETCH.format(where=where)
