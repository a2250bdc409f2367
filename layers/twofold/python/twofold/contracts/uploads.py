"""Where uploaded files, and what was wrong with them, lie in the deployment's bucket of uploads."""

FOLDER = "imports"
"""A file put below it is read as soon as it is there; nothing else in the bucket is looked at."""

FAULTS = "faults"
"""The files of faults, each by the id of its import."""

KEPT_DAYS = 7
"""After which the bucket forgets any file; what was uploaded is removed as soon as it is read."""
