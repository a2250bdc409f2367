"""Fills in the pages: those that lie beside a handler, and those that several functions show."""

import html
import mimetypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template

from twofold.contracts.errors import NotFound

SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every page: only our own files may run, and nobody may frame us."""

HTML = "text/html; charset=utf-8"
SHARED = tuple(Path(__file__).parent / folder for folder in ("templates", "landing/templates"))
"""The templates that several functions fill in."""


class Markup(str):
    """HTML: what is in it from elsewhere has been escaped."""

    __slots__ = ()


NOTHING = Markup()


class Pages:
    """The `templates` and `static` folders of one function, and the templates that all functions share."""

    def __init__(self, folder: Path) -> None:
        self._folders = (folder / "templates", *SHARED)
        self._template = cache(self._read_template)
        self._files = {path.name: path for path in (folder / "static").glob("*")}

    def fill(self, name: str, fields: Mapping[str, str]) -> Markup:
        """The template with every `$field` replaced by its value, escaped unless it is Markup.

        Raises KeyError for a field that is missing.
        """
        return Markup(
            self._template(name).substitute({key: _escaped(value) for key, value in fields.items()})
        )

    def file(self, name: str) -> tuple[str, str]:
        """Media type and content of a static file. Raises NotFound."""
        path = self._files.get(name)
        if path is None:
            raise NotFound("There is no such file.")
        return mimetypes.guess_type(name)[0] or "text/plain", path.read_text("utf-8")

    def _read_template(self, name: str) -> Template:
        path = next(path for folder in self._folders if (path := folder / name).is_file())
        return Template(path.read_text("utf-8").rstrip())


def drawn(file: str) -> str:
    """What the QR code in `NAME.svg` is of. Raises NotFound for another ending."""
    stem, _, ending = file.rpartition(".")
    if ending != "svg":
        raise NotFound("QR codes are drawn as .svg.")
    return stem


def _escaped(value: str) -> str:
    return value if isinstance(value, Markup) else html.escape(value)
