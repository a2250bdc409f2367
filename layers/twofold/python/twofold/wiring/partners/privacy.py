"""What somebody may ask for by law: to be forgotten, and to see what is kept."""
