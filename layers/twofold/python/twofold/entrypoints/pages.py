"""Fills in the pages that lie beside a handler."""

import html
import mimetypes
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


class Pages:
    """The `templates` and `static` folders of one function."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = cache(self._read_template)
        self._files = {path.name: path for path in (folder / "static").iterdir()}

    def fill(self, name: str, fields: dict[str, str]) -> str:
        """The page with every `$field` replaced by its escaped value. Raises KeyError for one that is missing."""
        return self._template(name).substitute({key: html.escape(value) for key, value in fields.items()})

    def file(self, name: str) -> tuple[str, str]:
        """Media type and content of a static file. Raises NotFound."""
        path = self._files.get(name)
        if path is None:
            raise NotFound("There is no such file.")
        return mimetypes.guess_type(name)[0] or "text/plain", path.read_text("utf-8")

    def _read_template(self, name: str) -> Template:
        return Template((self._folder / "templates" / name).read_text("utf-8"))


def drawn(file: str) -> str:
    """What the QR code in `NAME.svg` is of. Raises NotFound for another ending."""
    stem, _, ending = file.rpartition(".")
    if ending != "svg":
        raise NotFound("QR codes are drawn as .svg.")
    return stem
