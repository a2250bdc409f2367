"""What a text says: filled in, checked and counted before anybody pays for it."""
