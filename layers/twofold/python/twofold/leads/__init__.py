"""From a number left to a confirmed lead: challenges, verification codes, consent."""
