"""Texts that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection

A spreadsheet that opens a CSV runs what begins with one of a few characters, of which East Asian keyboards have wide
forms. Blanks and invisible characters before it do not always help, and where `;` or a tab parts the cells of that
country, or a line break its rows, the middle of a text becomes the beginning of a cell.
"""

import re

_STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
"""As they are typed, full width, small; and the minus sign of mathematics."""

_UNSEEN = (
    " \x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
"""What shows nothing, marks of writing direction among them; the three that part cells and rows are not here."""

_RUN = rf"'*[{_UNSEEN}]*[{_STARTS}]"
_BEGINS = rf"(?:^(?='*[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?={_RUN}))"
_QUOTED = rf"(?:^'(?='*[\t\r\n])|(?:^|(?<=[;\t\r\n]))'(?={_RUN}))"

_SUSPECT = re.compile(rf"[{_STARTS}]|^'*[\t\r\n]")
_BEGINNING = re.compile(_BEGINS)
_QUOTE = re.compile(_QUOTED)
_NUMBER = re.compile(r"\+[0-9]{7,15}")


def safe(text: str) -> str:
    """The text with a quote mark before whatever could begin a formula."""
    if not _SUSPECT.search(text):
        return text
    return _BEGINNING.sub("'", text)


def meant(cell: str) -> str:
    """The inverse of `safe`."""
    return _QUOTE.sub("", cell)


def safe_phone(text: str) -> str:
    """A plus and digits alone are a number to every spreadsheet, and to a CRM what they should be: E.164."""
    return text if _NUMBER.fullmatch(text) else safe(text)
