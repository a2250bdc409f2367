"""What `make leads` may be asked."""

import argparse
from pathlib import Path

FORMAT = """\
the file
  CSV in UTF-8, a person a line below a heading, at most 1,000,000 people and 1 GB; commas, semicolons or tabs:

      phone,first_name,consent_at,consent_text,consent_source
      +48601234567,Anna,2026-03-01T10:00:00+01:00,"Yes, text me offers.",https://old.example/join
      +48602345678,Ben,,,

  phone (or mobile, cell phone, …) is the one column that must be there; country says how a national number is read.
  first_name, last_name, postcode and attributes.ANYTHING become attributes, tags and locale what they say.
  Whoever agreed comes with the proof: consent_at (date, time and offset), consent_text (or the consent_version of one
  of the campaign's own), and consent_source (where); consent_ip and consent_scopes if there are some.
  They are confirmed. Everybody else is pending: they get nothing until they sign up themselves.
  Whoever left or was erased stays so. No text is sent because of an import. docs/imports.md has all of it.

examples
  make leads FILE=leads.csv CAMPAIGN=buffet-20                # check it, upload it, and see it through
  make leads FILE=leads.csv CAMPAIGN=buffet-20 CHECK=1        # only look: who would be confirmed, and what is wrong?
  make leads FILE=leads.csv CAMPAIGN=buffet-20 ENV=prod
  make leads IMPORT=imp_5b1f0c9d2e7a4386b0d4f1a2c3e59787      # look again how far an import is
"""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="make leads",
        description="Brings people from another list among a campaign's leads.",
        epilog=FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("file", nargs="?", type=Path, help="the people (FILE=)")
    made.add_argument("--campaign", help="whose leads they become (CAMPAIGN=)")
    made.add_argument("--check", action="store_true", help="look at the file and send nothing (CHECK=1)")
    made.add_argument("--import", dest="import_id", help="follow an import that was begun before (IMPORT=)")
    made.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return made
