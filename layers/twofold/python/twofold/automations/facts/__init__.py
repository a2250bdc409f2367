"""What conditions may ask for, and how it is found out."""
