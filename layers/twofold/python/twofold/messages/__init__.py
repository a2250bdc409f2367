"""The right text, at the right moment, to someone who wants it."""
