"""What stands beside the functions: a look at the pages, and the texts."""

import gzip

from . import assumed
from .counted import Counted
from .layout import ROOT

PAGES = ROOT / "functions" / "serve_pages"


def of_a_look() -> dict[str, float]:
    """The landing page and all that lies beside it, compressed, from the edge's cache."""
    files = [PAGES / "templates" / "landing.html", *(PAGES / "static").iterdir()]
    sent = sum(len(gzip.compress(file.read_bytes())) + assumed.HEADER_BYTES for file in files)
    return {
        "CloudFront requests": len(files),
        "CloudFront traffic": sent / assumed.GB,
        "CloudFront functions": 1,
    }


def of_texts(counted: Counted) -> dict[str, float]:
    """One part each, which a test holds the default texts to."""
    operations = [request.operation for step in counted.way for request in step.requests]
    return {"SMS": operations.count("Publish")}
