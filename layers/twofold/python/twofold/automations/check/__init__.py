"""Whether an automation makes sense in its campaign, part by part, in words for the marketer who made it."""
