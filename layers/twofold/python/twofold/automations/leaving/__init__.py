"""What ends a way through an automation, and keeps back a text that is on its way."""
