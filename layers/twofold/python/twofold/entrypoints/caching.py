"""Who may keep an answer, and for how long."""

NO_STORE = {"Cache-Control": "no-store"}

BRIEFLY = {"Cache-Control": "public, max-age=60", "Vary": "Accept-Language, Origin"}
"""For what is the same for everyone who speaks one language."""

AWHILE = {"Cache-Control": "public, max-age=300"}
"""For what a release replaces: nobody has an older one for longer."""
