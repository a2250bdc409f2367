"""What visitors leave and confirm: numbers, codes of verification."""

from twofold.contracts.payloads.signups import (
    Confirmation,
    ConfirmationRequest,
    SignupAccepted,
    SignupRequest,
)

from .route import FORM, Route

SIGN_UP = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups",
    summary="Leave a number at an asset; a verification code follows by SMS.",
    body=SignupRequest,
    answers={202: SignupAccepted},
    refusals=(400, 403, 404, 410, 413, 422, 429),
    from_browsers=True,
)

RESEND = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups/{challenge_id}/resend",
    summary="Ask for the same verification code once more.",
    answers={202: SignupAccepted},
    refusals=(403, 404, 409, 410, 413, 429),
    from_browsers=True,
)

CONFIRM = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups/{challenge_id}/confirmation",
    summary="Type in the verification code; the discount code is the answer.",
    body=ConfirmationRequest,
    answers={200: Confirmation},
    refusals=(400, 403, 404, 410, 413, 422, 429),
    from_browsers=True,
)

LANDING_JOIN = Route(
    function="register_leads",
    method="POST",
    path="/j/{asset_id}",
    summary="Leave a number on the landing page, in a browser without scripts.",
    sends=FORM,
    answers={303: None},
    refusals=(403, 404, 410, 413, 422, 429),
    media="text/html",
)

LANDING_CODE = Route(
    function="register_leads",
    method="GET",
    path="/j/{asset_id}/{challenge_id}",
    summary="Where a browser without scripts types the verification code in.",
    answers={200: None},
    refusals=(404, 410),
    media="text/html",
)

LANDING_CONFIRM = Route(
    function="register_leads",
    method="POST",
    path="/j/{asset_id}/{challenge_id}",
    summary="Type the verification code in, or ask for it once more, in a browser without scripts.",
    sends=FORM,
    answers={200: None, 303: None},
    refusals=(403, 404, 409, 410, 413, 422, 429),
    media="text/html",
)

TAP = Route(
    function="register_leads",
    method="GET",
    path="/n/{slug}",
    summary="A tap of an authenticated NFC sign: judged, counted, and on to its landing page.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)

PEEK_TAP = Route(
    function="register_leads",
    method="HEAD",
    path="/n/{slug}",
    summary="The same for machines that look before they go; it uses no tap up.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)

MAGNET = Route(
    function="register_leads",
    method="GET",
    path="/m/{token}",
    summary="What was promised for the sign-up; the link works for some days.",
    answers={302: None},
    refusals=(404, 410),
    media="text/html",
)
