"""What each webhook is to be told, put down once, and what became of it."""
