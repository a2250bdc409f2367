"""HTML from the files in `pages/`: whatever is filled in is escaped, unless it was filled in here before."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "pages"


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


NOTHING = Html("")


def fill(name: str, /, **values: object) -> Html:
    """The page or part of that name with every `$field` filled in. Raises KeyError for one that is missing."""
    safe = {
        key: value if isinstance(value, Html) else escape(str(value), quote=True)
        for key, value in values.items()
    }
    return Html(_template(name).substitute(safe))


def joined(parts: Iterable[Html]) -> Html:
    return Html("".join(parts))


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.html").read_text("utf-8"))
