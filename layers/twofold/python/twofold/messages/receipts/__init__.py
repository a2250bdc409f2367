"""What became of a text after the provider took it."""
