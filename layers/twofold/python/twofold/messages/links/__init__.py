"""A short link of one's own in each text, and what opening it tells."""
