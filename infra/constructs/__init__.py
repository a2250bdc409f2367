"""One construct per concern; `Foundation` is what the ones with functions have in common."""
