"""What pages and widget say: ours, a file for each language, and over it the campaign's own (`speak`)."""
