"""Why somebody says "not now"."""
