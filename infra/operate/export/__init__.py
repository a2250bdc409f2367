"""What is kept, written into files and fetched."""
