"""What partners reach with a key, by what it is about: each room registers its addresses at the function's router."""
