"""What pages and widget say in English where a campaign has no words of its own.

`{brand}` and `{title}` (the offer's) may stand in any text; `{left}` and `{seconds}` only where they stand here.
"""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # The widget, before anybody opens it and around all its steps.
    "teaser": "{title}",
    "teaser_done": "Your code",
    "teaser_close": "Hide this offer",
    "popup_title": "{title}",
    "close": "Close",
    # Leaving a number.
    "intro": "Leave your number and we text you a code of your own.",
    "country_label": "Country",
    "phone_label": "Your mobile number",
    "terms_label": "Terms",
    "privacy_label": "Privacy",
    "join_button": "Send me the code",
    "trust_line": "Only {brand} texts you. Reply STOP and it stops.",
    # Typing the digits of the text message.
    "code_heading": "Check your texts",
    "code_label": "The 6 digits from the text message",
    "code_hint": "Good for 10 minutes. No text? It can take a minute; you can ask again.",
    "confirm_button": "Show my discount",
    "resend_button": "Send again",
    "resend_wait": "Send again in {seconds} s",
    "resent": "We have sent it again.",
    "change_number": "Change number",
    # The discount code.
    "done_heading": "Here it is. Show it at the till.",
    "done_online": "Here it is: your code",
    "welcome_back": "Welcome back! This is your code.",
    "copy_button": "Copy the code",
    "copied": "Copied",
    "apply_button": "Use it in the shop",
    "show_link": "Open my code's page",
    "valid_until": "Valid until",
    "show_at_till": "Show this at the till.",
    "worth_item": "Free",
    "over_redeemed": "This code has already been used.",
    "over_expired": "This code has expired.",
    "over_revoked": "This code was withdrawn.",
    "over_other": "This code is not valid.",
    # What else a new customer gets.
    "share_heading": "Bring a friend",
    "share_intro": "Send friends this link to an offer. For each who uses it, you get: {reward}",
    "share_button": "Share the link",
    "share_text": "{title} at {brand}",
    "link_copied": "Link copied",
    "magnet_label": "And this is for you",
    # In print, beside the QR code.
    "scan_advice": "Scan it and get your code by text.",
    # Where nobody can sign up for now.
    "closed_heading": "Closed for now",
    "fault_asset_paused": "This offer is taking a break. Please come back another time.",
    # What went wrong.
    "fault_network": "That did not go through. Check your connection and try again.",
    "fault_wrong_code": "That code is not right. Tries left: {left}.",
    "fault_not_a_mobile": "Texts cannot reach this number. Please use a mobile number.",
    "fault_not_a_number": "That does not look like a phone number. Please check the digits.",
    "fault_challenge_over": "That code no longer works. Please leave your number again.",
    "fault_challenge_not_found": "That code no longer works. Please leave your number again.",
    "fault_invalid_request_phone": "Please enter your whole mobile number.",
    "fault_invalid_request_code": "The code has 6 digits. Please check them.",
    "fault_country_not_served": "We do not send texts to this country.",
    "fault_consent_missing": "Please tick the box to get the code.",
    "fault_consent_version_unknown": "This page has changed. Please load it again.",
    "fault_too_soon": "You can ask again in {seconds} s.",
    "fault_too_many": "That was a lot of tries. Please try again later.",
    "fault_asked_already": "You have just asked for it. Please wait a moment.",
    "fault_tap_needed": "This offer is for guests at the sign. Please tap it with your phone once more.",
    "fault_campaign_not_running": "This offer is not running at the moment.",
    "fault_campaign_not_found": "This offer is no longer here.",
    "fault_asset_not_found": "This offer is no longer here.",
    "fault_origin_not_allowed": "This offer cannot be used from this page.",
    "fault_internal": "Something went wrong on our side. Please try again in a moment.",
    "fault_unavailable": "We cannot do this right now. Please try again in a moment.",
    "fault_outcome_unknown": "We cannot tell whether that worked. Please try once more.",
    "fault_other": "Something went wrong. Please try again in a moment.",
}
