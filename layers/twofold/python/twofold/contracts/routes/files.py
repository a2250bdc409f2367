"""Files that come and go, and what describes it all."""

from twofold.contracts.payloads.imports import ImportOpened, ImportProgress, ImportRequest

from .route import Route

OPEN_IMPORT = Route(
    function="serve_partners",
    method="POST",
    path="/v1/imports",
    summary="Announce a file; the answer says where to upload it.",
    body=ImportRequest,
    answers={201: ImportOpened},
    scopes=("data",),
    refusals=(400, 404, 413, 422),
)

IMPORT = Route(
    function="serve_partners",
    method="GET",
    path="/v1/imports/{import_id}",
    summary="How far an import is.",
    answers={200: ImportProgress},
    scopes=("data",),
    refusals=(404,),
)

OPENAPI = Route(
    function="serve_partners",
    method="GET",
    path="/v1/openapi.json",
    summary="This document.",
    answers={200: None},
    media="application/json",
)
