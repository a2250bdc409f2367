"""The names of the texts that stand on pages, by where they stand."""

NUMBER_TEXTS = ("intro", "phone_label", "join_button", "trust_line", "terms_label", "privacy_label")
"""Where a number is left; `country_label` too where several countries are served."""

STEP_TEXTS = (
    "code_label",
    "code_hint",
    "confirm_button",
    "resend_wait",
    "resend_button",
    "change_number",
)
"""Where the digits are typed."""

FRIENDS_TEXTS = ("share_heading", "share_intro", "share_button", "share_text", "link_copied")
"""Beside the link that a lead brings friends with."""

DONE_TEXTS = (
    "done_heading",
    "done_online",
    "welcome_back",
    "copy_button",
    "copied",
    "apply_button",
    "show_link",
    "magnet_label",
    *FRIENDS_TEXTS,
)
"""Where the discount code is."""

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

CODE_TEXTS = ("show_at_till", "valid_until", "worth_item", *OVER_TEXTS)
"""What stands on a code's own page."""

OTHER_TEXTS = ("country_label", "code_heading", "resent", "closed_heading", "fault_asset_paused")

PAGE_TEXTS = frozenset((*NUMBER_TEXTS, *STEP_TEXTS, *DONE_TEXTS, *FAULT_TEXTS, *CODE_TEXTS, *OTHER_TEXTS))
