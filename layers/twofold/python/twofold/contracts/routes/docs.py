"""The page that shows the API to people."""

from .route import Route

DOCS = Route(
    function="serve_partners",
    method="GET",
    path="/v1/docs",
    summary="All of the API on one page.",
    answers={200: None},
    media="text/html",
)

DOCS_STYLE = Route(
    function="serve_partners",
    method="GET",
    path="/v1/docs/docs.css",
    summary="How that page looks.",
    answers={200: None},
    media="text/css",
)
