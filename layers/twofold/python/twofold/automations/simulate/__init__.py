"""What would happen if an automation ran: the engine itself, over what has been, and nothing is sent or written."""
