"""The words of those who decline an offer, in the fourteen languages that are read."""
