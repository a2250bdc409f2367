"""What texts say where a campaign has no words of its own: a file for each language."""
