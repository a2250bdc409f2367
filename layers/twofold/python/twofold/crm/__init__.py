"""CRMs of others: what our events mean to them, and what theirs mean to us."""
