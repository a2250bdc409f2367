"""What proves that somebody agreed: collected, written row by row, sealed and signed."""
