"""Why somebody would not enter, would leave before a step, or would not get a text: the end of a sentence for each."""

NOT_ENTERED = {
    "seen": "had entered before",
    "not_confirmed": "wanted no texts",
    "no_consent": "had not agreed to texts of this kind",
    "campaign_not_running": "came while the campaign did not run",
    "nothing_to_come": "had nothing before them",
    "too_late": "had a code that ends before the first step",
    "gone": "no longer known to us",
}
LEFT = {
    "redeemed": "had used their code",
    "ordered": "had ordered",
    "opted_out": "had opted out",
    "code_over": "had a code that was over",
    "campaign_over": "met a campaign that was over",
    "clicked": "had opened a link",
    "replied": "had answered",
    "conditions": "did not meet the conditions any more",
    "late": "had a code that ends before",
    "no_code": "got no code: there was none",
}
BLOCKED = {
    "cap_day": "had had as many texts as they may get in 24 hours",
    "cap_month": "had had as many texts as they may get in 30 days",
    "expired": "could not get it before what it speaks of was over",
    "code_not_valid": "had a code that was good no more",
    "campaign_not_running": "came while the campaign did not run",
    "no_consent": "had not agreed to texts of this kind",
    "opted_out": "had opted out",
    "automation_over": "had done what ends it while the text waited",
    "no_number": "had no number any more",
    "no_template": "met a text that nobody has written",
    "field_missing": "left a gap in the text, which is not sent so",
    "review": "had answered what a person must read first",
    "resting": "could not be reached lately",
    "verify_again": "had a number that may be somebody else's",
}
