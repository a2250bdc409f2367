"""From a marketer's file to the version that counts."""
