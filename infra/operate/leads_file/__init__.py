"""People on a list of somebody's, brought among the leads as a file."""
