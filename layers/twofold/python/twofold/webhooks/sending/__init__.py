"""What waits is brought, tried again in its time, and what an answer means for the rest."""
