"""What an operator does to a deployment: deploy it, seed a campaign, mint a key, stop all texts, read its logs."""
