"""What is kept, as files to fetch."""

from twofold.contracts.payloads.exports import ExportProgress, ExportRequest

from .route import Route

OPEN_EXPORT = Route(
    function="serve_partners",
    method="POST",
    path="/v1/exports",
    summary="Have what is kept written into files.",
    body=ExportRequest,
    answers={201: ExportProgress},
    scopes=("data",),
    refusals=(400, 404, 409, 413, 422, 429),
)

EXPORT = Route(
    function="serve_partners",
    method="GET",
    path="/v1/exports/{export_id}",
    summary="How far an export is, and where its files are.",
    answers={200: ExportProgress},
    scopes=("data",),
    refusals=(404,),
)
