"""What texts cost, and that no more is spent than was allowed."""
