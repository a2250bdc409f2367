"""Who enters an automation, by an event or by a quiet day, and who is drawn to get nothing."""
