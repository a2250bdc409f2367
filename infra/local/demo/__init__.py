"""`make demo`: one visitor's whole story against the running stack, told as it happens."""
