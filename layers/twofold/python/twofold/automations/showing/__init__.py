"""An automation in words, for people."""
