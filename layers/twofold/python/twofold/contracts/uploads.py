"""Where uploaded files lie in the deployment's bucket of uploads."""

FOLDER = "imports"
"""A file put below it is read as soon as it is there; nothing else in the bucket is looked at."""
