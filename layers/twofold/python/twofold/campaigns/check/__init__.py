"""Whether a campaign makes sense, field by field, in words for the marketer who made it."""
