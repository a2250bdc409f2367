"""What every command shares, and those that look after the checkout: its packages and its lock files."""
