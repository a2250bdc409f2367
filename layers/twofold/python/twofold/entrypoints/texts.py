"""The names of the texts that a campaign must have for its pages, in its own locale at least."""

LANDING_TEXTS = (
    "intro",
    "phone_label",
    "join_button",
    "code_label",
    "code_hint",
    "confirm_button",
    "resend_button",
    "change_number",
    "copy_button",
    "show_link",
    "terms_label",
    "privacy_label",
    "need_script",
)
"""What stands on the landing page."""

FAULT_TEXTS = (
    "fault_network",
    "fault_other",
    "fault_invalid_request_phone",
    "fault_invalid_request_code",
    "fault_not_a_number",
    "fault_not_a_mobile",
    "fault_country_not_served",
    "fault_consent_missing",
    "fault_consent_version_unknown",
    "fault_wrong_code",
    "fault_challenge_over",
    "fault_challenge_not_found",
    "fault_too_soon",
    "fault_too_many",
    "fault_asked_already",
    "fault_asset_not_found",
    "fault_campaign_not_found",
    "fault_asset_paused",
    "fault_tap_needed",
    "fault_campaign_not_running",
    "fault_origin_not_allowed",
    "fault_internal",
    "fault_unavailable",
    "fault_outcome_unknown",
)
"""What a visitor is told for each problem's code, which follows `fault_`; `fault_other` stands for all else.

`{left}` is how many tries are left, `{seconds}` how long to wait.
"""

OVER_TEXTS = ("over_redeemed", "over_expired", "over_revoked", "over_other")
"""Why a code is not good."""

SCRIPT_TEXTS = (
    "resend_button",
    "done_heading",
    "welcome_back",
    "copied",
    "valid_until",
    *OVER_TEXTS,
    *FAULT_TEXTS,
)
"""What the landing page's script says."""

CODE_TEXTS = ("show_at_till", "valid_until", "worth_item", *OVER_TEXTS)
"""What stands on a code's own page."""

PAGE_TEXTS = frozenset((*LANDING_TEXTS, *SCRIPT_TEXTS, *CODE_TEXTS))
