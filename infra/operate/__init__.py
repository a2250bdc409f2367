"""What an operator does to a running deployment: seed a campaign, mint a key, stop all sending."""
