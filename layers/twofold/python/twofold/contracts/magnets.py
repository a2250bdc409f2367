"""Where files that are handed over for a sign-up lie in the deployment's bucket."""

FOLDER = "magnets"
"""Everything below it can be fetched by the links that we sign, and nothing else in the bucket."""
