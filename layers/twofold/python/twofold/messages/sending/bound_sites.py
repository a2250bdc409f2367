"""Which page a verification code is typed into, so that phones offer it there and nowhere else."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from twofold.messages.texts.bound import bound_line


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundSites:
    """`site` is our own address; `origins` are the shops' whose pages carry the widget."""

    site: str
    origins: tuple[str, ...] = ()

    def line(self, page_url: str | None, code: str) -> str:
        """The text's last line. A page that is not one of these is not believed: then it is our own."""
        page = urlsplit(page_url or "")
        known = f"{page.scheme}://{page.netloc}" in self.origins
        host = page.hostname if known else urlsplit(self.site).hostname
        return bound_line(host or "", code)
