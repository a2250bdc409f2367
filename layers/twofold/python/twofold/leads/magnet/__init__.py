"""Something handed over for the sign-up: a link of the lead's own, which works for some days."""
