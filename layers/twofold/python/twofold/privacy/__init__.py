"""What people may ask for by law: to be forgotten, to see what is kept, to have it proved."""
