"""A lead's way through an automation, and what is told of it."""
