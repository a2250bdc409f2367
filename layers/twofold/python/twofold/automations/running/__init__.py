"""Steps: when they are due, what they do, and what brings back those that were lost."""
