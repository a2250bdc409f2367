"""What stands after `ARGS=`: handed over by the environment, so that no shell reads an & or a ; in it."""

import os
import shlex

from infra.commands.screen import CannotGoOn

VARIABLE = "ASSET_ARGS"
"""As the Makefile calls it; whoever starts the module itself has none."""


def words(typed: list[str]) -> list[str]:
    """The words that were typed and those of `ARGS`; nothing in it asks what there is. Raises CannotGoOn."""
    args = os.environ.get(VARIABLE)
    return typed if args is None else [*typed, *(_split(args) or ["--help"])]


def _split(args: str) -> list[str]:
    """As a shell would: quotes keep words together, a backslash keeps the next character as it is."""
    try:
        return shlex.split(args)
    except ValueError:
        raise CannotGoOn(
            f"ARGS: a quotation mark is opened and not closed, or a backslash ends it: {args}\n"
            '  An apostrophe stands within quotation marks of the other kind: --name "Tom\'s"'
        ) from None
