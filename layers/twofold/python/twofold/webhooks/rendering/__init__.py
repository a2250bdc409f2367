"""The words in which a webhook is told."""
